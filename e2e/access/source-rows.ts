import { aSource, key } from "./desk.ts";
import { editors, members, type ActionRow } from "./outcomes.ts";
import * as subjects from "./subjects.ts";

const seenOnce = { version: 1 };
const readers = { description: "A clerk of the toll house", attestation: "I have read the toll book." };

/** The rows of the actions on sources. */
export const sourceRows: Record<string, ActionRow> = {
  "sources.addSource": { ...members, input: async () => aSource() },
  "sources.lookNow": { ...members, input: ({ checker }) => subjects.webSource(checker) },
  "sources.captureAgain": {
    ...members,
    input: async ({ checker }) => ({ sourceId: (await subjects.webSource(checker)).sourceId, ...key() }),
  },
  "sources.findSources": { ...members, input: async () => ({ words: "toll" }) },
  "sources.markGraphic": {
    ...members,
    input: async ({ checker }) => ({ ...(await subjects.source(checker)), ...seenOnce, graphic: true }),
  },
  "sources.groupSource": {
    ...members,
    input: async ({ checker }) => ({
      ...(await subjects.source(checker)),
      ...seenOnce,
      independenceGroup: "the toll book",
    }),
  },
  "publication.setVisibility": {
    ...editors,
    input: async ({ checker }) => ({
      ...(await subjects.source(checker)),
      ...seenOnce,
      ...readers,
      visibility: "hidden",
      confirmed: false,
    }),
  },
};
