import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { withoutPartyIds } from "./rules.ts";
import { publicDocument, type PublicDocument } from "./schema.ts";

/** The canonical text of a document (RFC 8785) and the lower-case hex SHA-256 of its UTF-8 bytes. */
export function seal(document: PublicDocument): { text: string; digest: string } {
  const text = canonicalize(publicDocument.parse(document));
  if (text === undefined) throw new Error("A document could not be written as canonical JSON.");
  return { text, digest: createHash("sha256").update(text, "utf8").digest("hex") };
}

/** The document of a sealed text; throws when the text is none. */
export const unseal = (text: string): PublicDocument => publicDocument.parse(JSON.parse(text));

/** Whether two documents tell readers the same, whatever notice they carry, and whether parties had pages yet. */
export const saysTheSame = (a: PublicDocument, b: PublicDocument): boolean =>
  canonicalize(saying(a)) === canonicalize(saying(b));

/** A new version of the scale changes nothing that is said where it left the rating as it was. */
const saying = (document: PublicDocument) => ({
  ...withoutPartyIds(document),
  verdict: { ...document.verdict, scaleVersion: 0 },
  format: 0,
  correction: null,
});
