import { Kbd } from "#components/ui/kbd";

/** From how many sentences of the text a claim is being made, and how there become more. */
export function Origin({ count }: { count: number }) {
  return (
    <span className="tiny faint">
      from {count === 1 ? "1 sentence" : `${count} sentences`}
      <span className="grow-hint">
        {" · in the text "}
        <Kbd>Shift Down</Kbd> to grow
      </span>
    </span>
  );
}
