import { correctionClassNames } from "../editions/rules.ts";
import type { CorrectionClass } from "../editions/schema.ts";
import { returnedForm, type RequestOutcome, type RequestState, type ReturnedForm } from "./schema.ts";

/** What the list of corrections is called, or of one class of them. */
export const correctionsTitle = (ofClass: CorrectionClass | null): string =>
  ofClass ? `Corrections: ${correctionClassNames[ofClass].toLowerCase()}` : "Corrections";

export const requestStateNames: Record<RequestState, string> = {
  received: "Received",
  looking: "Being looked at",
  answered: "Answered",
};

export const requestOutcomeNames: Record<RequestOutcome, string> = {
  corrected: "Corrected",
  no_error: "No error found",
  not_ours: "Not for us",
};

export const requestOutcomeMeanings: Record<RequestOutcome, string> = {
  corrected: "The reader is right, and readers see the correction already.",
  no_error: "What is published stands; say why.",
  not_ours: "It is not about this fact-check; say who may help.",
};

// Crockford's: no letter that is read as a digit or another letter.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The reference that 16 random bytes give: 80 bits in four groups of four, easy to read out on the telephone. */
export const referenceOf = (random: Uint8Array): string =>
  Array.from(random.subarray(0, 16), (byte, at) => {
    const sign = alphabet[byte % 32] ?? "0";
    return at > 0 && at % 4 === 0 ? `-${sign}` : sign;
  }).join("");

/** The reference that somebody wrote down by ear, as Crockford's alphabet is read; null for what can be none. */
export function readReference(text: string): string | null {
  const written = text.toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/.test(written) ? written : null;
}

export const reportPath = (slug: string): string => `/report?claim=${slug}`;
/** Where its form is sent: read by anybody, it leads back to the form (`lib/serving/rules.ts`), so it names the claim as well. */
export const sendPath = (slug: string): string => `/report/send?claim=${slug}`;
export const followPath = (reference: string): string => `/report/${reference}`;

/** The header in which the server hands a form back to the page that shows it; no client can send it. */
export const returnedHeader = "x-assay-returned";

export const packReturned = (form: ReturnedForm): string =>
  Buffer.from(JSON.stringify(form)).toString("base64url");

/** What `packReturned` packed; null for anything else. */
export function unpackReturned(packed: string | null): ReturnedForm | null {
  if (!packed) return null;
  try {
    return returnedForm.parse(JSON.parse(Buffer.from(packed, "base64url").toString("utf8")));
  } catch {
    return null;
  }
}
