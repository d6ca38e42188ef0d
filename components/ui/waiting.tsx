import { Time } from "#components/ui/time";

/** How long something has waited from one instant to another, as people say it: "5 min", "3 h", "2 d 4 h". */
export function waitingText(since: Date, until: Date): string {
  const minutes = Math.max(0, Math.floor((until.getTime() - since.getTime()) / 60_000));
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  return hours > 0 ? `${hours} h` : `${minutes} min`;
}

/** How long something has waited when the page is made, after a day in bold; below it since when. For pages of the server. */
export function Waiting({ since }: { since: Date }) {
  const { text, isLong } = untilNow(since);
  return (
    <span>
      {isLong ? <strong>{text}</strong> : text}
      <span className="tiny faint since">
        <Time at={since} />
      </span>
    </span>
  );
}

/** A page of the server is made once for each request, so that it may look at the clock. */
function untilNow(since: Date) {
  const now = new Date();
  return { text: waitingText(since, now), isLong: now.getTime() - since.getTime() >= 24 * 60 * 60 * 1000 };
}
