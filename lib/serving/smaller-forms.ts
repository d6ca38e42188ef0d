import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { formOf } from "./finished.ts";
import type { Finished } from "./store.ts";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * A window of 64 kB holds nearly every page whole. With the one that Node takes by itself (4 MB) brotli lays out 32 MB for
 * each page, which took fifteen times as long, made the heap be collected, and came out no smaller.
 */
const brotliOptions = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 16 },
};

/** Makes the smaller forms of an answer beside the requests; until they are there, the plain one is sent. */
export async function addSmallerForms(finished: Finished): Promise<void> {
  const { body } = finished.forms.identity;
  const [br, gz] = await Promise.all([brotli(body, brotliOptions), zip(body, { level: 9 })]);
  const [plain, small, smaller] = together([body, gz, br]);
  finished.forms.identity.body = plain;
  finished.forms.gzip = formOf(finished, "gzip", small);
  finished.forms.br = formOf(finished, "br", smaller);
}

/**
 * The same bytes side by side in one block of their own. As they come, each is a piece of a larger block or lies among
 * what its making took, and keeps that from being given back: after 900 pages the process took 64 MB more.
 */
function together<T extends [Buffer, ...Buffer[]]>(pieces: T): T {
  const whole = Buffer.allocUnsafeSlow(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  return pieces.map((piece) => whole.subarray(at, (at += piece.copy(whole, at)))) as T;
}
