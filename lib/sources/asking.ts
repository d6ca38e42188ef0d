import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAllowed, readAllowed, targetOf } from "../capture/address.ts";
import { exchange } from "../capture/exchange.ts";
import type { Method } from "../capture/hop.ts";
import { usualLimits } from "../capture/limits.ts";
import { env } from "../env.ts";
import type { Answer } from "./looking.ts";

/** Of a page whose presence is all that is asked for. */
const limits = {
  ...usualLimits,
  exchangeMs: 15_000,
  wireBytes: 1_000_000,
  unpackedBytes: 2_000_000,
  redirects: 5,
};

/**
 * Asks an address for as little as tells whether there is something, by the rules of captures: nothing inside is reached, and
 * nothing is waited for longer than 15 seconds. Throws when it is told to stop.
 */
export async function askAddress(url: string, method: Method, signal: AbortSignal): Promise<Answer> {
  const allow = readAllowed(process.env.CAPTURE_ALLOW ?? "");
  if (process.env.CAPTURE_ONLY_ALLOWED === "1" && !isAllowed(targetOf(new URL(url)), allow))
    return {
      status: null,
      problem: "This desk asks only addresses that its settings allow.",
      noHost: false,
      body: "",
    };
  const folder = await mkdtemp(join(tmpdir(), "assay-look-"));
  try {
    const userAgent = `Assay/0.1 (+${env().ASSAY_URL})`;
    const options = { folder, allow, userAgent, languages: "en", limits, signal, method };
    const { hops, status, original, problem } = await exchange(url, options);
    signal.throwIfAborted();
    const last = hops.at(-1)?.status ?? null;
    // A page that is cut short or too large is there; one that sends on to where nobody answers is not.
    const isAnswered = status !== null && last === status && !(status >= 300 && status < 400);
    return {
      status: isAnswered ? status : null,
      problem: problem?.message ?? null,
      noHost: problem?.reason === "no such host" && hops.length === 0 && isNoName(problem.cause),
      body: original ? await readFile(original.file, "utf8") : "",
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether the name service knows no such name; that it does not answer says nothing. */
const isNoName = (cause: unknown): boolean =>
  cause === undefined || (cause as { code?: unknown } | null)?.code === "ENOTFOUND";
