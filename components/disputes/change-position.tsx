"use client";

import { useState } from "react";
import { RecordPositionForm } from "#components/disputes/record-position-form";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import type { PositionView } from "#lib/disputes/queries";

/** A button that opens a position in its form; the form is made when it is first asked for, since a claim has many. */
export function ChangePosition({
  claim,
  position,
}: {
  claim: { id: string; language: string };
  position: PositionView;
}) {
  const [open, setOpen] = useState<boolean | null>(null);
  return (
    <>
      <Button kind="ghost" small aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Change
      </Button>
      {open !== null && (
        <Dialog
          open={open}
          onClose={() => setOpen(false)}
          title={`Change the position of ${position.party.name}`}
          wide
        >
          <RecordPositionForm claim={claim} from={position} />
        </Dialog>
      )}
    </>
  );
}
