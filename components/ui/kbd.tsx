import { Fragment } from "react";
import { Sign, isSign } from "#components/ui/sign";

/**
 * Keys by their names, as in "Shift Down" or "Ctrl Enter", drawn as they stand on the keyboard; shown where they act, and
 * read to nobody when they only repeat a button.
 */
export function Kbd({ children, decorative = false }: { children: string; decorative?: boolean }) {
  return (
    <kbd aria-hidden={decorative || undefined}>
      {children.split(" ").map((key, index) => (
        <Fragment key={key}>
          {index > 0 && " "}
          <Key name={key} />
        </Fragment>
      ))}
    </kbd>
  );
}

function Key({ name }: { name: string }) {
  const sign = name.toLowerCase();
  if (name.length === 1 || !isSign(sign)) return name;
  return (
    <>
      <span className="sr-only">{name}</span>
      <Sign name={sign} />
    </>
  );
}
