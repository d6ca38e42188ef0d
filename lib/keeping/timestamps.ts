import { randomBytes } from "node:crypto";
import { Integer, OctetString } from "asn1js";
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp } from "pkijs";
import { sha256Oid, verifyTimestamp } from "./token.ts";

/** Why there is no timestamp, as one sentence for people. `isPassing` is whether asking again later may help. */
export class TimestampProblem extends Error {
  readonly isPassing: boolean;

  constructor(message: string, isPassing: boolean, cause?: unknown) {
    super(message, { cause });
    this.name = "TimestampProblem";
    this.isPassing = isPassing;
  }
}

/** A token has some kilobytes: certificates and one signature. */
const mostBytes = 64 * 1024;

/**
 * Asks a timestamp authority to sign that the hash exists now (RFC 3161 over HTTP, section 3.4), with a nonce and its certificate.
 * Answers the token as DER once it is checked as `verifyTimestamp` does it and carries our nonce; a TimestampProblem otherwise.
 * Takes 20 s at most.
 */
export async function requestTimestamp(
  sha256: string,
  authorityUrl: string,
  timeoutMs = 20_000,
): Promise<Uint8Array> {
  const nonce = randomBytes(8);
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 1; // positive, and without a leading zero, whatever wrote or reads the number
  const answer = await ask(authorityUrl, requestOf(sha256, nonce), timeoutMs);
  const token = tokenIn(answer);
  const checked = await verifyTimestamp(token, sha256);
  if (!checked.isValid)
    throw new TimestampProblem(`The timestamp authority's answer is no proof: ${checked.reason}.`, false);
  if (checked.nonce !== nonce.toString("hex"))
    throw new TimestampProblem("The timestamp authority answered another question than ours.", false);
  return token;
}

/** The question, as DER (RFC 3161, 2.4.1). */
export function requestOf(sha256: string, nonce: Buffer): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256Oid }),
      hashedMessage: new OctetString({ valueHex: Buffer.from(sha256, "hex") }),
    }),
    nonce: new Integer({ valueHex: nonce }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

async function ask(url: string, body: Uint8Array, timeoutMs: number): Promise<Uint8Array> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/timestamp-query", accept: "application/timestamp-reply" },
      body: Buffer.from(body),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return await firstBytes(response);
  } catch (error) {
    if (error instanceof TimestampProblem) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new TimestampProblem(`The timestamp authority does not answer (${why}).`, true, error);
  }
}

async function firstBytes(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > mostBytes)
      throw new TimestampProblem("The timestamp authority's answer is far too long.", false);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tokenIn(answer: Uint8Array): Uint8Array {
  let response: TimeStampResp;
  try {
    response = TimeStampResp.fromBER(Uint8Array.from(answer));
  } catch (error) {
    throw new TimestampProblem("The timestamp authority's answer cannot be read.", false, error);
  }
  const { status, statusStrings } = response.status;
  if (Number(status) > 1 || !response.timeStampToken) {
    const why = statusStrings?.map((text) => text.valueBlock.value).join(" ") ?? `status ${status}`;
    throw new TimestampProblem(`The timestamp authority refused: ${why}.`, true);
  }
  return new Uint8Array(response.timeStampToken.toSchema().toBER());
}
