import { figuresNotInQuote } from "../figures/rules.ts";
import type { Draft } from "./draft.ts";
import { inVerdict, type Missing, type Place } from "./missing.ts";
import { sourceMark } from "./rules.ts";

/** What would make the page better and stops nobody. */
export function hints(draft: Draft): Missing[] {
  const { claim, verdict } = draft;
  const { rating } = verdict;
  const found: Missing[] = [];
  const hint = (holds: boolean, code: string, place: Place, message: string) => {
    if (!holds) found.push({ code, ...place, message });
  };
  const length = [...claim.wording].length;
  hint(
    length <= 75,
    "long-wording",
    inVerdict("shortWording"),
    `The public wording has ${length} characters; at most 75 fit where it is shared. Write a short one.`,
  );
  hint(
    !rating || !hasWord(claim.wording, rating.name),
    "rating-in-wording",
    inVerdict("shortWording"),
    `The public wording has the rating in it (“${rating?.name}”), which reads as if the claim said so.`,
  );
  hint(
    !rating?.unresolved || verdict.known.length + verdict.notKnown.length > 0,
    "known",
    inVerdict("known"),
    `${rating?.name} leaves readers with a question: say what is known, and what is not.`,
  );
  hint(
    verdict.lookAgainOn !== null || (rating?.code !== "unverified" && claim.kind !== "intention"),
    "look-again",
    inVerdict("lookAgainOn"),
    `${claim.kind === "intention" ? "An intention" : rating?.name} may be settled later: say when the desk looks again.`,
  );
  for (const field of ["reasoning", "howChecked"] as const) {
    const marks = [...verdict[field].matchAll(sourceMark)].map(([mark, number]) => ({
      mark,
      number: Number(number),
    }));
    const stray = marks.find(({ number }) => draft.sources.every((source) => source.number !== number));
    hint(
      stray === undefined,
      "source-mark",
      inVerdict(field),
      `There is no source ${stray?.mark}: its number leads readers nowhere.`,
    );
  }
  for (const { words, problem, where, figure } of figuresNotInQuote(draft)) {
    hint(
      problem !== "unclear",
      "number-unclear",
      { where, at: draft.places.get(figure) },
      `Whether the quote says “${words}” has to be judged by a person: it does not stand there in digits.`,
    );
  }
  return found;
}

function hasWord(text: string, word: string): boolean {
  const words = (s: string) =>
    ` ${
      s
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(" ") ?? ""
    } `;
  return words(text).includes(words(word));
}
