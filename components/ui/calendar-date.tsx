const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A calendar date as precise as it is known: "2015-10-01", "2015-10", "2015" or "2015-10~". Shows `fallback` for none. */
export function CalendarDate({
  date,
  fallback = "date unknown",
}: {
  date: string | null | undefined;
  fallback?: string;
}) {
  if (date === null || date === undefined || date === "") return <>{fallback}</>;
  return <time dateTime={date.replace("~", "")}>{calendarDateText(date)}</time>;
}

/** "1 October 2015" for "2015-10-01", "about October 2015" for "2015-10~"; anything else is given back as it is. */
export function calendarDateText(date: string): string {
  if (date.endsWith("~")) return `about ${calendarDateText(date.slice(0, -1))}`;
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (match === null) return date;
  const [, year, month, dayOfMonth] = match;
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (name === undefined) return date;
  return dayOfMonth === undefined ? `${name} ${year}` : `${Number(dayOfMonth)} ${name} ${year}`;
}
