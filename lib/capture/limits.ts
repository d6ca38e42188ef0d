/** What one capture may cost. Milliseconds and bytes. */
export interface Limits {
  /** The exchange with all its redirects. */
  exchangeMs: number;
  /** Without any byte. */
  idleMs: number;
  /** A name, a connection, a handshake: each of them. */
  connectMs: number;
  headBytes: number;
  wireBytes: number;
  unpackedBytes: number;
  /** Unpacked bytes for one that was sent, told apart from a bomb only past `ratioFromBytes`. */
  ratio: number;
  ratioFromBytes: number;
  redirects: number;
  /** Of the body of a redirect, which nobody reads. */
  redirectBytes: number;
  redirectMs: number;
  /** Reading the text of a page, in a thread of its own. */
  readMs: number;
  readBytes: number;
  /** Screenshot and PDF together. */
  browserMs: number;
  /** The exchange and the browser together; reading has its own, and closing what is open takes up to two seconds. */
  captureMs: number;
}

const MB = 1_000_000;

export const usualLimits: Limits = {
  exchangeMs: 30_000,
  idleMs: 10_000,
  connectMs: 8_000,
  headBytes: 64_000,
  wireBytes: 50 * MB,
  unpackedBytes: 100 * MB,
  ratio: 200,
  ratioFromBytes: 10 * MB,
  redirects: 10,
  redirectBytes: 100_000,
  redirectMs: 1_000,
  readMs: 5_000,
  readBytes: 5 * MB,
  browserMs: 25_000,
  captureMs: 30_000,
};
