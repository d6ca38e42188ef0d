import { MendLink } from "#components/editions/mend-link";
import { Waivables } from "#components/editions/waivables";
import type { Checklist as Items } from "#lib/editions/checklist";
import type { Missing } from "#lib/editions/missing";

/** What still stands in the way of a submission, what was waived, and what would be better; each with the way to where it is mended. */
export function Checklist({ claimId, items }: { claimId: string; items: Items }) {
  const { musts, waivables, hints } = items;
  return (
    <>
      {musts.length + waivables.length + hints.length === 0 && (
        <p className="small quiet">Everything that the checklist asks for is there.</p>
      )}
      <Links title="Before it can be submitted:" items={musts} />
      <Waivables claimId={claimId} items={waivables} />
      <Links title="Hints, which stop nobody:" items={hints} quiet />
    </>
  );
}

function Links({ title, items, quiet }: { title: string; items: readonly Missing[]; quiet?: boolean }) {
  if (items.length === 0) return null;
  return (
    <div>
      <p className={quiet ? "small quiet" : "small"}>{title}</p>
      <ul className="small" aria-label={title}>
        {items.map((item) => (
          <li key={item.message}>
            <MendLink item={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}
