import { setTimeout as pause } from "node:timers/promises";

export interface Warming {
  /** Makes the page of an address and keeps it, or finds it kept; null where there is none. */
  read: (address: string) => Promise<string | null>;
  /** How many claims' pages at most. */
  most: number;
  signal: AbortSignal;
}

/**
 * Makes the pages of the newest claims, as the lists name them, before anybody asks: after a start the first readers would
 * otherwise meet code that has never run, at two to ten times the processor time of a page. One page at a time, and as long a
 * rest after each as it took, so that whoever asks meanwhile has half of the processor at least. Ends quietly when told to.
 */
export async function warm({ read, most, signal }: Warming): Promise<void> {
  const seen = new Set<string>();
  let list: string | null = "/";
  while (list !== null && seen.size < most && !signal.aborted) {
    const page: string | null = await read(list);
    if (page === null) return;
    for (const [, address = ""] of page.matchAll(/ href="(\/claims\/[\w-]+)"/g)) {
      if (seen.has(address)) continue;
      if (signal.aborted || seen.size === most) return;
      seen.add(address);
      const from = performance.now();
      await read(address);
      await pause(performance.now() - from, undefined, { signal, ref: false }).catch(() => undefined);
    }
    list = / href="(\/\?after=[\w-]+)"/.exec(page)?.[1] ?? null;
  }
}
