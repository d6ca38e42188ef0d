import { audited, Unchanged } from "../audit/audited.ts";
import { system } from "../auth/queries.ts";
import { readAuthority } from "../keeping/gateway.ts";
import { requestTimestamp, TimestampProblem } from "../keeping/timestamps.ts";
import { verifyTimestamp } from "../keeping/token.ts";

/**
 * Does one job of the queue `stamp`: has the configured authority state that the file exists now, and keeps the token. A
 * file that this authority has stamped already is left alone, and a token that does not lead to a trusted certificate, where
 * some are configured, is none. Throws where asking again later may help.
 */
export async function stampFile(sha256: string): Promise<void> {
  const { url: authority, trusted } = readAuthority(process.env);
  if (!authority) return;
  try {
    const token = await requestTimestamp(sha256, authority);
    const checked = await verifyTimestamp(token, sha256, trusted);
    if (!checked.isValid) throw new TimestampProblem(checked.reason, false);
    await keep(sha256, authority, token, checked.time);
  } catch (error) {
    if (!(error instanceof TimestampProblem) || error.isPassing) throw error;
    console.error(`No timestamp for ${sha256}: ${error.message}`);
  }
}

function keep(sha256: string, authority: string, token: Uint8Array, at: Date): Promise<boolean> {
  return audited(system, async (tx, record) => {
    // One at a time for each file, so that a job that was done twice leaves one token.
    await tx.$executeRaw`SELECT 1 FROM kept_files WHERE sha256 = ${sha256} FOR UPDATE`;
    const known = await tx.fileTimestamp.findFirst({ where: { sha256, authority }, select: { id: true } });
    if (known) return new Unchanged(false);
    await tx.fileTimestamp.create({ data: { sha256, authority, token: Uint8Array.from(token), at } });
    record({ name: "file.stamped", sha256, authority, at: at.toISOString() });
    return true;
  });
}
