import { lookup as lookUp } from "node:dns/promises";
import type { LookupAddress } from "node:dns";
import { connect as connectSocket, isIP } from "node:net";
import type { Socket } from "node:net";
import { connect as connectSecurely } from "node:tls";
import type { Allowed, Target } from "./address.ts";
import { isAllowed, judgeIp, judgeTarget } from "./address.ts";
import { CaptureProblem } from "./reasons.ts";

/** All addresses of a name; what `node:dns` answers, and what tests put in its place. */
export type Lookup = (name: string) => Promise<LookupAddress[]>;
const systemLookup: Lookup = (name) => lookUp(name, { all: true });

export interface Reach {
  allow: Allowed;
  lookup?: Lookup | undefined;
  /** Milliseconds for the name, and again for the connection. */
  connectMs: number;
  signal: AbortSignal;
}

/**
 * A TCP connection to a target that may be asked. The name is resolved once, every address of it is judged, and only these
 * addresses are connected to, so that a name which answers differently a moment later leads nowhere else.
 * Throws CaptureProblem.
 */
export async function connect(target: Target, reach: Reach): Promise<Socket> {
  judgeTarget(target, reach.allow);
  const addresses = await resolve(target, reach);
  return open(target, addresses, reach);
}

async function resolve({ host, port }: Target, reach: Reach): Promise<LookupAddress[]> {
  if (isIP(host)) return [{ address: host, family: isIP(host) }];
  const none = (cause?: unknown) => new CaptureProblem("no such host", `(${host})`, cause);
  const found = await within(
    reach,
    (reach.lookup ?? systemLookup)(host).catch((error: unknown) => {
      throw none(error);
    }),
  );
  if (found.length === 0) throw none();
  // The desk's administrator answers for a name on the allow list, wherever it leads.
  if (isAllowed({ host, port }, reach.allow)) return found;
  for (const { address } of found) judgeIp(address, port, reach.allow);
  return found;
}

function open(target: Target, addresses: LookupAddress[], reach: Reach): Promise<Socket> {
  const socket = connectSocket({
    host: target.host,
    port: target.port,
    // Node tries one address after the other; asked for the name, it hears what was judged and nothing else.
    lookup: (_name, _options, answer) => answer(null, addresses),
    autoSelectFamily: true,
    signal: reach.signal,
  });
  const opened = new Promise<Socket>((resolve, reject) => {
    socket.once("connect", () => resolve(socket));
    socket.once("error", (error) =>
      reject(
        reach.signal.aborted
          ? problemOf(reach.signal)
          : new CaptureProblem("connection failed", wordsOf(error), error),
      ),
    );
  });
  return within(reach, opened).catch((error: unknown) => {
    socket.on("error", () => {}).destroy();
    throw error;
  });
}

/** A TLS connection over `socket`, with the certificate checked for the target's name. Throws CaptureProblem. */
export function secure(socket: Socket, { host }: Target, reach: Reach): Promise<Socket> {
  const tls = connectSecurely({
    socket,
    servername: isIP(host) ? "" : host,
    host,
    ALPNProtocols: ["http/1.1"],
  });
  const ready = new Promise<Socket>((resolve, reject) => {
    tls.once("secureConnect", () => resolve(tls));
    tls.once("error", (error) => reject(new CaptureProblem("TLS", wordsOf(error), error)));
    tls.once("close", () => reject(new CaptureProblem("TLS", "The server closed the connection.")));
  });
  return within(reach, ready).catch((error: unknown) => {
    tls.on("error", () => {}).destroy();
    socket.destroy();
    throw error;
  });
}

/** The result of `work`, unless the reach ends or its time for one step is over. */
async function within<T>(reach: Reach, work: Promise<T>): Promise<T> {
  if (reach.signal.aborted) throw problemOf(reach.signal);
  let timer: NodeJS.Timeout | undefined;
  let onAbort = () => {};
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CaptureProblem("too slow")), reach.connectMs);
    onAbort = () => reject(problemOf(reach.signal));
    reach.signal.addEventListener("abort", onAbort, { once: true });
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
    reach.signal.removeEventListener("abort", onAbort);
  }
}

/** Why a signal was given: the problem it carries, or that somebody stopped the capture. */
export function problemOf(signal: AbortSignal): CaptureProblem {
  const why: unknown = signal.reason;
  return why instanceof CaptureProblem ? why : new CaptureProblem("stopped", undefined, why);
}

const words: Record<string, string> = {
  ECONNREFUSED: "It refuses connections.",
  ECONNRESET: "It broke off the connection.",
  EHOSTUNREACH: "There is no way to it.",
  ENETUNREACH: "There is no way to its network.",
  ETIMEDOUT: "It does not answer.",
  CERT_HAS_EXPIRED: "Its certificate has expired.",
  ERR_TLS_CERT_ALTNAME_INVALID: "Its certificate is for another name.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "Nobody vouches for its certificate.",
  SELF_SIGNED_CERT_IN_CHAIN: "Nobody vouches for its certificate.",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "Its certificate cannot be verified.",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "Its certificate cannot be verified.",
};

/** What a network error means, in words; none where only its code is known. */
function wordsOf(error: unknown): string | undefined {
  const { code, errors } = error as { code?: string; errors?: Array<{ code?: string }> };
  return words[code ?? errors?.[0]?.code ?? ""];
}
