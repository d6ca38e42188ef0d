import { PageLink } from "#components/ui/page-link";
import type { ReactNode } from "react";
import { buttonClass, type ButtonKind } from "#components/ui/button";
import { Kbd } from "#components/ui/kbd";

type ButtonLinkProps = {
  href: string;
  children: ReactNode;
  kind?: ButtonKind;
  small?: boolean;
  shortcut?: string;
};

/** A link that looks like a button, for going somewhere; desk only, since it brings Next's link with it. */
export function ButtonLink({ href, children, kind = "plain", small = false, shortcut }: ButtonLinkProps) {
  return (
    <PageLink href={href} className={buttonClass(kind, small)}>
      {children}
      {shortcut !== undefined && <Kbd decorative>{shortcut}</Kbd>}
    </PageLink>
  );
}
