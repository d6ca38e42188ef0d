import { randomUUID } from "node:crypto";
import { anInvitation, password } from "./desk.ts";
import { admins, members, type ActionRow } from "./outcomes.ts";
import type { Person } from "./person.ts";
import * as subjects from "./subjects.ts";

const memberId = async (made: Promise<Person>) => ({ userId: (await made).id });

/** The rows of the actions on members and their accounts. */
export const peopleRows: Record<string, ActionRow> = {
  "people.inviteMember": { ...admins, input: async () => anInvitation("checker") },
  "people.revokeInvitation": {
    ...admins,
    input: async ({ admin }) => {
      const { invitationId } = await admin.do<{ invitationId: string }>(
        "people.inviteMember",
        anInvitation("checker"),
      );
      return { invitationId };
    },
  },
  "people.acceptInvitation": {
    ...members,
    isPublic: true,
    input: async ({ admin }) => {
      const { token } = await admin.do<{ token: string }>("people.inviteMember", anInvitation("checker"));
      return { token, name: "A member", email: `${randomUUID()}@example.org`, password };
    },
  },
  "people.changeRole": {
    ...admins,
    input: async ({ join }) => ({ ...(await memberId(join("checker"))), role: "editor", version: 1 }),
  },
  "people.deactivateMember": { ...admins, input: ({ join }) => memberId(join("checker")) },
  "people.reactivateMember": {
    ...admins,
    input: async ({ join, admin }) => {
      const member = await memberId(join("checker"));
      await admin.do("people.deactivateMember", member);
      return member;
    },
  },
  "people.signOutEverywhere": { ...admins, input: ({ join }) => memberId(join("checker")) },
  "settings.reviseScale": { ...admins, input: ({ admin }) => subjects.scale(admin) },
  "settings.changeSettings": { ...admins, input: ({ admin }) => subjects.settings(admin) },
  "people.changePassword": {
    ...members,
    isOwn: true,
    input: async () => ({ current: password, password: "barge velvet tin orchard" }),
  },
};
