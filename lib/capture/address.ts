import { isIP } from "node:net";
import { networkInterfaces } from "node:os";
import ipaddr from "ipaddr.js";
import { CaptureProblem } from "./reasons.ts";

/** Entries `host:port` that may be asked although they are inside; see `readAllowed`. */
export type Allowed = ReadonlySet<string>;
export const nothingAllowed: Allowed = new Set();

/** A place to connect to: `host` as WHATWG URLs write it, an IPv6 address without its brackets. */
export interface Target {
  host: string;
  port: number;
}

/**
 * Ports from 1024 on that are never a website: the bad ports of the Fetch standard (https://fetch.spec.whatwg.org/#port-blocking),
 * and databases, caches, queues and the steering of machines. Below 1024 only 80 and 443 are asked.
 */
const closedPorts = new Set(
  (
    "1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080 " +
    "1080 1433 1434 1521 1883 2181 2375 2376 2377 2379 2380 3306 3389 4222 4369 5432 5433 5671 5672 " +
    "5900 5901 5984 5985 5986 6379 6380 6432 6443 7000 7001 7474 7687 8086 8125 8500 8600 9042 9092 " +
    "9160 9200 9300 9418 10250 10255 11211 11434 15672 25672 26257 26379 27017 27018 27019 28015 " +
    "33060 50000 61616"
  )
    .split(" ")
    .map(Number),
);

/** Public by number, yet answered by the machine's own host: Azure's wire server. */
const insideByCustom = new Set(["168.63.129.16"]);

/** Reads the setting CAPTURE_ALLOW: `host:port` parted by commas or spaces. Throws one sentence that names a wrong entry. */
export function readAllowed(setting: string): Allowed {
  const entries = setting.split(/[\s,]+/).filter((entry) => entry !== "");
  return new Set(
    entries.map((entry) => {
      const url = /^[^/?#@\\]+:\d{1,5}$/.test(entry) ? URL.parse(`ftp://${entry}`) : null;
      if (!url?.hostname || !url.port)
        throw new Error(`CAPTURE_ALLOW: "${entry}" is not of the form host:port.`);
      return key(targetOf(new URL(`http://${entry}`)));
    }),
  );
}

/** Where a URL leads; the port is that of its scheme where it names none. */
export function targetOf(url: URL): Target {
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  return { host, port: url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port) };
}

/**
 * A URL that may be asked as far as its own letters tell; where its name leads is judged by `connect`.
 * Throws CaptureProblem "refused address".
 */
export function readUrl(text: string, allowed: Allowed, base?: string): URL {
  const url = URL.parse(text, base);
  if (!url) throw refused("It is not a whole address.");
  if (url.protocol !== "http:" && url.protocol !== "https:") throw refused("Only http and https are asked.");
  if (url.username !== "" || url.password !== "") throw refused("It carries a user name or a password.");
  judgeTarget(targetOf(url), allowed);
  url.hash = "";
  return url;
}

/** Refuses ports that are no website's, names of this machine, and addresses that are not public. */
export function judgeTarget(target: Target, allowed: Allowed): void {
  if (isAllowed(target, allowed)) return;
  const { host, port } = target;
  if (host === "") throw refused("It names no server.");
  if ((port < 1024 && port !== 80 && port !== 443) || port > 65535 || closedPorts.has(port))
    throw refused(`Port ${port} is not one of a website.`);
  if (/(^|\.)(localhost|local|internal|home\.arpa)$/i.test(host))
    throw refused("It lies inside the network of this desk.");
  if (isIP(host)) judgeIp(host, port, allowed);
}

/** Refuses an IP address that is not public, whatever name led to it. */
export function judgeIp(ip: string, port: number, allowed: Allowed): void {
  if (isAllowed({ host: ip, port }, allowed) || isPublic(ip)) return;
  throw refused("It lies inside a private or reserved network.");
}

function isPublic(text: string): boolean {
  if (!ipaddr.isValid(text) || text.includes("%")) return false;
  const ip = ipaddr.parse(text);
  if (ip.range() !== "unicast" || insideByCustom.has(ip.toString())) return false;
  // Global unicast is 2000::/3 today (RFC 4291, IANA); all else is reserved, also where no list names it yet.
  if (ip instanceof ipaddr.IPv6 && (ip.parts[0] ?? 0) >> 13 !== 1) return false;
  return !ownNetworks().some(([network, bits]) => network.kind() === ip.kind() && ip.match([network, bits]));
}

/** The networks this machine stands in: a public address of its own, or of its neighbour, is inside as well. */
function ownNetworks(): Array<[ipaddr.IPv4 | ipaddr.IPv6, number]> {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.flatMap(({ cidr }) => {
    if (!cidr) return [];
    const [network, bits] = ipaddr.parseCIDR(cidr);
    // A tunnel may claim the whole internet for its network; then only its own address is inside.
    const isWhole = bits < (network.kind() === "ipv4" ? 16 : 32);
    return [[network, isWhole ? (network.kind() === "ipv4" ? 32 : 128) : bits]];
  });
}

/** Whether the desk's administrator answers for this target. */
export const isAllowed = (target: Target, allowed: Allowed) => allowed.has(key(target));

const key = ({ host, port }: Target) => `${host.toLowerCase()}:${port}`;
const refused = (why: string) => new CaptureProblem("refused address", why);
