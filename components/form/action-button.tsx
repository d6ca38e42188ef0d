"use client";

import { useRef, useState, useTransition, type ReactNode } from "react";
import { useRouter } from "next/navigation";
import { Alert } from "#components/ui/alert";
import { Button, type ButtonKind } from "#components/ui/button";
import { ConfirmDialog } from "#components/ui/confirm-dialog";
import { useShortcut } from "#components/ui/shortcut";
import { useKeptFocus } from "#components/ui/use-kept-focus";
import { callAction, type Action } from "#components/form/call-action";
import { useOutcome, type Outcome } from "#components/form/outcome";

/** No success is silent: what was done is said, or the page is left; null where the page itself announces it. */
type Telling = { done: Outcome | null; href?: string } | { done?: undefined; href: string };

/**
 * One button, one server action with a fixed input; afterwards the page is read again, or left for `href`, and until then
 * the button does nothing more. Works from server components. A refusal stays beside the button until the next try; `confirm` asks first.
 * `done` says what happened on the page that comes of it, since the button may not be there any more by then.
 */
export function ActionButton({
  action,
  input,
  children,
  kind = "plain",
  small = false,
  href,
  done,
  confirm,
  shortcut,
  pendingLabel,
}: Telling & {
  action: Action<unknown>;
  input: unknown;
  children: ReactNode;
  kind?: ButtonKind;
  small?: boolean;
  confirm?: { title: string; body: ReactNode; label: string };
  shortcut?: string;
  pendingLabel?: string;
}) {
  const router = useRouter();
  const { say, hush } = useOutcome();
  const ref = useKeptFocus();
  const inFlight = useRef(false);
  const [sending, setSending] = useState(false);
  const [leaving, startLeaving] = useTransition();
  const pending = sending || leaving;
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function run() {
    if (inFlight.current || leaving) return;
    inFlight.current = true;
    setSending(true);
    setProblem(null);
    hush();
    try {
      const result = await callAction(action, input);
      if (!result.ok) setProblem(result.message);
      else
        startLeaving(() => {
          if (done) say(done, href);
          if (href === undefined) router.refresh();
          else router.push(href);
        });
    } finally {
      inFlight.current = false;
      setSending(false);
    }
  }

  const start = () => (confirm === undefined ? void run() : setAsking(true));
  useShortcut(shortcut, start);
  return (
    <div className="action-button">
      <Button
        ref={ref}
        kind={kind}
        small={small}
        shortcut={shortcut?.toUpperCase()}
        aria-disabled={pending || undefined}
        aria-busy={pending || undefined}
        onClick={start}
      >
        {pending && pendingLabel !== undefined ? pendingLabel : children}
      </Button>
      {problem !== null && <Alert kind="problem">{problem}</Alert>}
      {confirm !== undefined && (
        <ConfirmDialog
          open={asking}
          onClose={() => setAsking(false)}
          onConfirm={() => void run()}
          title={confirm.title}
          confirmLabel={confirm.label}
          danger={kind === "danger"}
        >
          {confirm.body}
        </ConfirmDialog>
      )}
    </div>
  );
}
