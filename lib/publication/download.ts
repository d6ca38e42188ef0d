import { setTimeout as pause } from "node:timers/promises";
import { csvHead, csvLines } from "./csv.ts";
import type { PublishedClaim } from "./queries.ts";
import { publicRecord } from "./record.ts";
import { claimForApi } from "./rules.ts";

interface Form {
  head: () => string;
  lines: (claims: Iterable<PublishedClaim>) => string;
}

const forms = {
  csv: { head: csvHead, lines: csvLines },
  jsonl: {
    head: () => "",
    lines: (claims) => {
      let text = "";
      for (const { view, edition } of claims) text += `${JSON.stringify(claimForApi(view, edition))}\n`;
      return text;
    },
  },
} satisfies Record<string, Form>;

/**
 * The whole public record as a file in UTF-8, a batch of claims in each piece; a piece is made when it is asked for, and followed
 * by a rest as long as its making: of two processors readers have one. Rejects when the record cannot be read on: what came
 * before is then no whole file.
 */
export async function* download(name: keyof typeof forms): AsyncGenerator<Uint8Array> {
  const { head, lines }: Form = forms[name];
  const encoder = new TextEncoder();
  // In one piece with the first claims: where those cannot be read, nothing was said yet.
  let begun = head();
  for await (const claims of publicRecord()) {
    const from = performance.now();
    const piece = encoder.encode(begun + lines(claims));
    const rest = performance.now() - from;
    begun = "";
    yield piece;
    await pause(rest);
  }
  if (begun !== "") yield encoder.encode(begun);
}
