import { expect, test } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { decode } from "next-auth/jwt";
import { root } from "../../scripts/options.ts";
import { loadSecrets } from "../../scripts/secrets.ts";
import { demo } from "../demos.ts";
import { openDesk } from "./desk.ts";
import { Person } from "./person.ts";

const cookie = "next-auth.session-token";
const hour = 3600;
const day = 24 * hour;
const clock = join(root, "prisma/test-clock.mjs");
const program = `import { encode } from "next-auth/jwt";
  process.stdout.write(await encode({ ...JSON.parse(process.env.GIVEN), maxAge: 7 * ${day} }));`;

test("a session is good for a week, however far ahead the clock was that began it", async () => {
  const { checker } = await openDesk();
  const secret = loadSecrets(demo().data).nextAuth;
  const token = await decode({ token: checker.cookies.get(cookie), secret });
  expect(token).toMatchObject({ sessionVersion: 1 });
  const begunBy = (seconds: number) => {
    const person = new Person();
    const env = { ...process.env, CLOCK_SECONDS: String(seconds), GIVEN: JSON.stringify({ token, secret }) };
    const args = [`--import=${clock}`, "--input-type=module", "--eval", program];
    person.cookies.set(cookie, execFileSync(process.execPath, args, { cwd: root, env, encoding: "utf8" }));
    return person;
  };
  for (const seconds of [0, 3 * hour, -3 * hour, -6 * day])
    expect((await begunBy(seconds).ask("/desk/account")).status, `${seconds} s`).toBe(200);
  for (const seconds of [400 * day, 2 * day, -8 * day]) {
    const person = begunBy(seconds);
    // Asking for the session would begin it anew, were it one.
    expect((await person.ask("/api/auth/session")).body, `${seconds} s`).toBe("{}");
    person.cookies.set(cookie, begunBy(seconds).cookies.get(cookie) ?? "");
    expect((await person.ask("/desk/account")).headers.location, `${seconds} s`).toMatch("/sign-in");
  }
});
