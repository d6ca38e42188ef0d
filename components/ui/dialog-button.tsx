"use client";

import { useState, type ReactNode } from "react";
import { Button, type ButtonKind } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { useShortcut } from "#components/ui/shortcut";
import { useKeptFocus } from "#components/ui/use-kept-focus";

/**
 * A button that opens a dialog with `children` in it, also from a server component; `shortcut` is one key, `about` tells
 * buttons of one label apart for who only hears them.
 */
export function DialogButton({
  label,
  about,
  title,
  kind = "plain",
  small = false,
  wide = false,
  shortcut,
  children,
}: {
  label: string;
  about?: string;
  title: string;
  kind?: ButtonKind;
  small?: boolean;
  wide?: boolean;
  shortcut?: string;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const ref = useKeptFocus();
  useShortcut(shortcut, () => setOpen(true));
  return (
    <>
      <Button
        ref={ref}
        kind={kind}
        small={small}
        shortcut={shortcut?.toUpperCase()}
        aria-haspopup="dialog"
        aria-label={about === undefined ? undefined : `${label} ${about}`}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title} wide={wide}>
        {children}
      </Dialog>
    </>
  );
}
