import { Pill } from "#components/ui/pill";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";
import type { PartView } from "#lib/snapshots/queries";
import { scanNames } from "#lib/snapshots/rules";

/** What the desk's scanner said of a file; nothing where the desk has none. */
export function ScanWords({ scan }: { scan: PartView["scan"] }) {
  if (scan === null) return null;
  if (scan.outcome === "waiting") return <p className="small quiet">{scanNames.waiting}</p>;
  const isClean = scan.outcome === "clean";
  return (
    <p className="small">
      {isClean ? scanNames.clean : <Pill tone="stopped">{scanNames[scan.outcome]}</Pill>}{" "}
      {!isClean && scan.said && (
        <>
          <Text>{scan.said}</Text>
          {" · "}
        </>
      )}
      <Time at={scan.at} />
    </p>
  );
}
