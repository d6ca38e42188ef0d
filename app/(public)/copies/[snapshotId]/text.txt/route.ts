import { notFound } from "next/navigation";
import { findCopyText } from "#lib/publication/pages";

/** The very bytes of which a copy's page gives the hash; a download, since without our banner they would pass for a page of ours. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ snapshotId: string }> },
): Promise<Response> {
  const { snapshotId } = await params;
  const text = await findCopyText(snapshotId);
  if (text === null) notFound();
  return new Response(text, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="copy-${snapshotId}.txt"`,
    },
  });
}
