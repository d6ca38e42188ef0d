import { CalendarDate } from "#components/ui/calendar-date";
import { Text } from "#components/ui/text";

/** A day as the desk reckons it, and the source's own words for it; `sentence` puts "on" or "in" before it. */
export function SaidOn({
  date,
  words,
  lang,
  sentence = false,
}: {
  date: string | null;
  words: string | null;
  lang?: string | undefined;
  sentence?: boolean;
}) {
  const own = words !== null && (
    <>
      “<Text lang={lang ?? null}>{words}</Text>”
    </>
  );
  if (date === null) return own ? <>{own} (day not known)</> : <>date unknown</>;
  return (
    <>
      {sentence && preposition(date)}
      <CalendarDate date={date} />
      {own && <> ({own} in the source’s words)</>}
    </>
  );
}

function preposition(date: string): string {
  if (date.endsWith("~")) return "";
  return date.length === 10 ? "on " : "in ";
}
