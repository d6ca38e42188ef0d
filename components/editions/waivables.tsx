import { ActionButton } from "#components/form/action-button";
import { MendLink } from "#components/editions/mend-link";
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
      <ul className="small plain-list waivables" aria-label={title}>
        {items.map(({ waived, ...item }) => (
          <li key={item.code}>
            <MendLink item={item} />
            {waived === null ? (
              <DialogButton
                label="Waive…"
                about={waivableNames[item.code]}
                title={`Waive: ${waivableNames[item.code]}`}
                kind="ghost"
                small
              >
                <WaiveForm claimId={claimId} item={item.code} />
              </DialogButton>
            ) : (
              <>
                <span>
                  Waived: <Text>{waived}</Text>
                </span>
                <ActionButton
                  action={withdrawWaiverAction}
                  input={{ claimId, item: item.code }}
                  done={{ words: "The waiver is withdrawn." }}
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
