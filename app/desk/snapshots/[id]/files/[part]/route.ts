import { requireMember } from "#lib/page";
import { answerFile } from "#lib/snapshots/files";

/** A part of a copy as a file, for members. What a browser could run in it is only ever downloaded. */
export async function GET(request: Request, { params }: RouteContext<"/desk/snapshots/[id]/files/[part]">) {
  const { id, part } = await params;
  const actor = await requireMember(`/desk/snapshots/${id}/files/${part}`);
  return answerFile(actor, id, part, request.headers.get("range"));
}
