"use client";

import { PageLink } from "#components/ui/page-link";
import { usePathname } from "next/navigation";

export type DeskLink = { href: string; label: string; count?: number; hot?: boolean };

/** Links of the desk's navigation; the one that leads here, or to the nearest page above, is marked as current. */
export function DeskLinks({ links }: { links: readonly DeskLink[] }) {
  const path = usePathname();
  return (
    <ul>
      {links.map((link) => (
        <li key={link.href}>
          <PageLink
            href={link.href}
            className={link.hot && link.count ? "hot" : undefined}
            aria-current={isHere(link.href, path) ? "page" : undefined}
            onClick={closeMenu}
          >
            {link.label}
            {link.count !== undefined && link.count > 0 && <span className="count">{link.count}</span>}
          </PageLink>
        </li>
      ))}
    </ul>
  );
}

function isHere(href: string, path: string): boolean {
  return path === href || (href !== "/desk" && path.startsWith(`${href}/`));
}

/** At narrow widths the navigation lies over the page and would stay there after the move. */
function closeMenu() {
  const menu = document.getElementById("desk-nav");
  if (menu?.matches(":popover-open")) menu.hidePopover();
}
