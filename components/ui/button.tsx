import type { ComponentProps } from "react";
import { Kbd } from "#components/ui/kbd";

export type ButtonKind = "plain" | "primary" | "danger" | "ghost" | "link";

type ButtonProps = Omit<ComponentProps<"button">, "className"> & {
  kind?: ButtonKind;
  small?: boolean;
  shortcut?: string;
};

/** A button that does something here; `shortcut` is shown only, the caller listens for it. Never submits unless told. */
export function Button({ kind = "plain", small = false, shortcut, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={buttonClass(kind, small)}>
      {children}
      {shortcut !== undefined && <Kbd decorative>{shortcut}</Kbd>}
    </button>
  );
}

export function buttonClass(kind: ButtonKind, small: boolean): string {
  return ["btn", kind !== "plain" && kind, small && "small"].filter(Boolean).join(" ");
}
