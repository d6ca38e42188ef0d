import { csvHead, csvLines } from "./csv.ts";
import type { PublishedClaim } from "./queries.ts";
import { publicRecord } from "./record.ts";
import { claimForApi } from "./rules.ts";

interface Form {
  type: string;
  head: () => string;
  lines: (claims: PublishedClaim[]) => string;
}

const forms = {
  csv: { type: "text/csv; charset=utf-8; header=present", head: csvHead, lines: csvLines },
  jsonl: {
    type: "application/jsonl; charset=utf-8",
    head: () => "",
    lines: (claims) =>
      claims.map(({ view, edition }) => `${JSON.stringify(claimForApi(view, edition))}\n`).join(""),
  },
} satisfies Record<string, Form>;

/** More at once would take the readers' connections from the pages. */
const mostAtOnce = 3;
/** Whoever takes nothing for so long has gone away without a word, or keeps a place from others. */
const patienceMs = 120_000;
const kept = globalThis as typeof globalThis & { assayDownloads?: number };

/**
 * The whole public record as a file, made while it is sent; ends when the client goes away, or takes nothing for two
 * minutes. Refuses a fourth at once.
 */
export function download(name: keyof typeof forms): Response {
  const { type, head, lines }: Form = forms[name];
  if ((kept.assayDownloads ?? 0) >= mostAtOnce)
    return new Response("Others are downloading the record at the moment. Try again in a minute.\n", {
      status: 503,
      headers: { "Retry-After": "60", "Cache-Control": "no-store" },
    });
  return new Response(stream(head(), lines), { headers: headersOf(name, type) });
}

/**
 * What `download` would say of the file, without making any of it: the body of an answer to HEAD is never taken, and would
 * keep its place from others until patience ends.
 */
export const downloadHead = (name: keyof typeof forms): Response =>
  new Response(null, { headers: headersOf(name, forms[name].type) });

const headersOf = (name: string, type: string) => ({
  "Content-Type": type,
  "Content-Disposition": `attachment; filename="claims.${name}"`,
  "Cache-Control": "no-store",
  "Access-Control-Allow-Origin": "*",
});

function stream(head: string, lines: Form["lines"]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const batches = publicRecord();
  let isOver = false;
  let idle: NodeJS.Timeout | undefined;
  const end = () => {
    clearTimeout(idle);
    if (!isOver) kept.assayDownloads = (kept.assayDownloads ?? 1) - 1;
    isOver = true;
  };
  kept.assayDownloads = (kept.assayDownloads ?? 0) + 1;
  const send = (controller: ReadableStreamDefaultController<Uint8Array>, text: string) => {
    controller.enqueue(encoder.encode(text));
    idle = setTimeout(() => {
      end();
      controller.error(new Error("The client took nothing for two minutes."));
      void batches.return(undefined);
    }, patienceMs).unref();
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        if (head !== "") send(controller, head);
      },
      // Asked for a batch only when the one before has been taken.
      async pull(controller) {
        clearTimeout(idle);
        try {
          const { done, value } = await batches.next();
          if (done) {
            end();
            controller.close();
          } else send(controller, lines(value));
        } catch (error) {
          end();
          throw error;
        }
      },
      async cancel() {
        end();
        await batches.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}
