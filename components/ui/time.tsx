/**
 * An instant in words, always in UTC and saying so, so that two colleagues read the same. `style="date"` leaves out
 * the time of day (and with it the zone).
 */
export function Time({ at, style = "date-time" }: { at: Date | string; style?: "date" | "date-time" }) {
  const instant = typeof at === "string" ? new Date(at) : at;
  const iso = instant.toISOString();
  return (
    <time dateTime={iso}>
      {style === "date" ? dayText(instant) : `${dayText(instant)}, ${iso.slice(11, 16)} UTC`}
    </time>
  );
}

const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

function dayText(instant: Date): string {
  return day.format(instant);
}
