import { currentMember } from "#lib/session";
import { takeFile } from "#lib/sources/gateway";

/** Takes a file for a source, as the body of the request, from members. */
export async function POST(request: Request, { params }: RouteContext<"/desk/sources/[id]/files">) {
  const actor = await currentMember();
  if (!actor) return Response.json({ message: "Sign in again, then send the file again." }, { status: 401 });
  return takeFile(actor, (await params).id, request);
}
