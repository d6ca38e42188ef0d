import { ActionButton } from "#components/form/action-button";
import { WaiveForm } from "#components/editions/waive-form";
import { DialogButton } from "#components/ui/dialog-button";
import { Text } from "#components/ui/text";
import { withdrawWaiverAction } from "#lib/editions/actions";
import type { Waivable } from "#lib/editions/checklist";
import { waivableNames } from "#lib/editions/rules";

const title = "Needed, or waived with a reason:";

/** What the desk can do without, one by one: mended where the link leads, or waived with a reason for the editor. */
export function Waivables({ claimId, items }: { claimId: string; items: readonly Waivable[] }) {
  if (items.length === 0) return null;
  return (
    <div>
      <p className="small">{title}</p>
      <ul className="small plain-list stack" aria-label={title}>
        {items.map(({ code, message, where, waived }) => (
          <li key={code} className="stack">
            <a href={`#${where}`}>{message}</a>
            {waived === null ? (
              <DialogButton
                label="Waive…"
                about={waivableNames[code]}
                title={`Waive: ${waivableNames[code]}`}
                kind="ghost"
                small
              >
                <WaiveForm claimId={claimId} item={code} />
              </DialogButton>
            ) : (
              <>
                <span>
                  Waived: <Text>{waived}</Text>
                </span>
                <ActionButton
                  action={withdrawWaiverAction}
                  input={{ claimId, item: code }}
                  kind="ghost"
                  small
                >
                  Withdraw the waiver
                </ActionButton>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
