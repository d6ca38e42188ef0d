import { readParts, type Parts } from "../publication/parts.ts";
import type { Rendered } from "./render.ts";

/** A page around its parts: before the head's own tags, between these and the main part, and after it. */
type Frame = readonly [string, string, string];

/** Pages to look at before it is said that no frame can be had. */
const mostTries = 10;

/**
 * The frame of pages of one kind. It is taken from whole pages, and believed when those of two addresses, cut where their
 * parts stand in them byte for byte, leave the same. So what is put together by it is what the application would have
 * answered; where that cannot be shown there is no frame, the log says so, and pages are made whole.
 */
export class FrameOfPages {
  #taken: { key: string; frame: Frame } | null = null;
  #believed: Frame | null = null;
  #tries = 0;

  get isKnown(): boolean {
    return this.#believed !== null;
  }

  get isSought(): boolean {
    return !this.isKnown && this.#tries < mostTries;
  }

  /** Looks at the whole page of an address and at its parts, both made from the same publication. */
  learn(key: string, whole: string, parts: Buffer): void {
    if (!this.isSought || this.#taken?.key === key) return;
    const frame = cut(whole, readParts(parts));
    if (frame && this.#taken?.frame.every((piece, at) => piece === frame[at])) this.#believed = frame;
    if (frame) this.#taken = { key, frame };
    if (++this.#tries === mostTries && !this.isKnown)
      console.error(`Pages are made whole, in twice the time: the parts of ${key} do not stand in its page.`);
  }

  /** The whole page of these parts; null where there is no frame. */
  around(parts: Buffer): Rendered | null {
    if (!this.#believed) return null;
    const { head, main } = readParts(parts);
    const [before, between, after] = this.#believed;
    return {
      status: 200,
      headers: new Map([["content-type", "text/html; charset=utf-8"]]),
      body: Buffer.from(before + head + between + main + after),
    };
  }

  forget(): void {
    this.#taken = null;
    this.#believed = null;
    this.#tries = 0;
  }
}

/** Null where one of the parts does not stand in the page exactly once. */
function cut(whole: string, { head, main }: Parts): Frame | null {
  const [before, tail, ...moreHeads] = whole.split(head);
  const [between, after, ...moreMains] = (tail ?? "").split(main);
  if (before === undefined || between === undefined || after === undefined) return null;
  return moreHeads.length === 0 && moreMains.length === 0 ? [before, between, after] : null;
}
