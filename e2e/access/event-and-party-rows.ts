import { randomUUID } from "node:crypto";
import { anEvent } from "./desk.ts";
import { members, type ActionRow } from "./outcomes.ts";
import * as subjects from "./subjects.ts";

/** The rows of the actions on events, parties and topics. */
export const eventAndPartyRows: Record<string, ActionRow> = {
  "events.addEvent": { ...members, input: async () => anEvent() },
  "events.reviseEvent": {
    ...members,
    input: async ({ checker }) => {
      const { idempotencyKey: _key, ...fields } = anEvent();
      return { ...fields, ...(await subjects.event(checker)), place: "Heronsbridge", version: 1 };
    },
  },
  "events.setInvolvement": {
    ...members,
    input: async ({ checker }) => ({
      ...(await subjects.event(checker)),
      partyId: (await subjects.party(checker)).partyId,
      party: "",
      partyKind: "person",
      involvement: "involved",
      note: "It built the bridge.",
      version: "",
    }),
  },
  "events.findEvents": { ...members, input: async () => ({ words: "bridge" }) },
  "topics.setClaimTopics": {
    ...members,
    input: async ({ checker }) => ({
      claimId: (await subjects.claimInChecking(checker)).claimId,
      topics: `Bridges, ${randomUUID().slice(0, 8)}`,
      version: "",
    }),
  },
  "parties.reviseParty": {
    ...members,
    input: async ({ checker }) => {
      const { partyId } = await subjects.party(checker);
      const name = `A ferryman ${randomUUID()}`;
      return { partyId, name, kind: "person", description: "", speaksFor: "", version: 1 };
    },
  },
  "parties.findParties": { ...members, input: async () => ({ words: "bridge" }) },
};
