import type { Desk, Role } from "./desk.ts";

type Outcome = "ok" | "forbidden";

/** Who may call a server action, and a subject on which those who may succeed; nobody signed in may call none. */
export interface ActionRow extends Record<Role, Outcome> {
  /** Needs no sign-in. */
  isPublic?: true;
  /** Acts on the caller's own account, who is therefore a new member each time. */
  isOwn?: true;
  input: (desk: Desk) => Promise<object>;
}

export const members = { checker: "ok", editor: "ok", admin: "ok" } as const;
export const editors = { checker: "forbidden", editor: "ok", admin: "ok" } as const;
export const admins = { checker: "forbidden", editor: "forbidden", admin: "ok" } as const;
/** The checker among them, who made every subject. */
export const makers = { checker: "ok", editor: "forbidden", admin: "forbidden" } as const;
