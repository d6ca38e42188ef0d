import type { ReactNode } from "react";
import { langOfFilter, searchAddress } from "#lib/search/rules";
import type { FilterName, Found } from "#lib/search/schema";
import { CalendarDate } from "#components/ui/calendar-date";
import { Text } from "#components/ui/text";

/** What each filter says of a fact-check, before its value. */
const sayings: Record<FilterName, string> = {
  rating: "rated",
  grade: "with the evidence grade",
  party: "of claims by",
  outlet: "of claims in",
  topic: "about",
  language: "worded in",
};

interface Part {
  key: string;
  saying: string;
  value: ReactNode;
  /** What the value says by itself, where that is not enough: of two dates nobody sees which is the first. */
  alone?: ReactNode;
  /** The same search without it. */
  without: string;
}

/** What is searched for, in one sentence, and a way to take each part of it away. */
export function ActiveFilters({ found, first }: { found: Found; first: boolean }) {
  const parts = partsOf(found);
  return (
    <div className="asked">
      <p className="quiet">
        Published fact-checks
        {parts.map(({ key, saying, value }, at) => (
          <span key={key}>
            {at === 0 ? " " : ", "}
            {saying} <b>{value}</b>
          </span>
        ))}
        , newest first{first ? "" : ", continued"}.
      </p>
      <ul className="plain-list row" aria-label="Take away from this search">
        {parts.map(({ key, saying, value, alone, without }) => (
          <li key={key}>
            <a className="btn small" href={without}>
              <span className="sr-only">Remove: {alone ? "published" : saying} </span>
              <span>{alone ?? value}</span> <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function partsOf(found: Found): Part[] {
  const { question, filters, loosely, items } = found;
  const parts: Part[] = filters.map(({ name, value, label }) => ({
    key: name,
    saying: sayings[name],
    value: <Text lang={langOfFilter(name, found)}>{label}</Text>,
    without: searchAddress({
      ...question,
      filters: question.filters.filter((one) => one.name !== name || one.value !== value),
    }),
  }));
  for (const [name, side] of [
    ["from", "since"],
    ["to", "until"],
  ] as const) {
    const date = question[name];
    if (date === null) continue;
    const without = searchAddress({ ...question, [name]: null });
    const value = <CalendarDate date={date} />;
    const alone = (
      <>
        {side} {value}
      </>
    );
    parts.push({ key: name, saying: `published ${side}`, value, alone, without });
  }
  if (question.words !== "") {
    const without = searchAddress({ ...question, words: "" });
    const value = (
      <>
        “<bdi>{question.words}</bdi>”
      </>
    );
    const saying = loosely && items.length > 0 ? "that have words like" : "that have the words";
    parts.push({ key: "q", saying, value, without });
  }
  return parts;
}
