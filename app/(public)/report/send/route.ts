import { receiveReport } from "#lib/corrections/reception";
import { followPath, packReturned, reportPath, returnedHeader } from "#lib/corrections/rules";

/** Takes the form of /report. One that cannot be kept is handed back, for the server to show it in its page again. */
export async function POST(request: Request): Promise<Response> {
  // The last one is what our own server, or the proxy before it, has seen.
  const address = request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || null;
  const received = await receiveReport(new URLSearchParams(await request.text()), address);
  if (received.kept)
    return new Response(null, { status: 303, headers: { Location: followPath(received.reference) } });
  return new Response(`${received.form.message}\n`, {
    status: received.status,
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Location": reportPath(received.claim),
      [returnedHeader]: packReturned(received.form),
    },
  });
}
