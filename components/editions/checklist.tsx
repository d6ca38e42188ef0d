import type { Missing } from "#lib/editions/rules";

/** What still stands in the way of a submission, each with the way to where it is mended. */
export function Checklist({ missing }: { missing: readonly Missing[] }) {
  if (missing.length === 0)
    return <p className="small quiet">Everything that the checklist asks for is there.</p>;
  return (
    <>
      <p className="small" id="checklist">
        Before it can be submitted:
      </p>
      <ul className="small" aria-labelledby="checklist">
        {missing.map(({ code, message, where }) => (
          <li key={code}>
            <a href={`#${where}`}>{message}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
