import { demo, type Account } from "./demos.ts";

/** The sample desk's sign-in of a role, as the demo printed it; `which` picks among several of one role. */
export function account(role: Account["role"], which = 0): Account {
  const found = demo().accounts.filter((each) => each.role === role)[which];
  if (!found) throw new Error(`The demo has no ${role} number ${which}.`);
  return found;
}
