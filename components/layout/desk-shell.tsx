import type { ReactNode } from "react";
import { Menu } from "lucide-react";
import { OutcomePlace } from "#components/layout/outcome-place";
import { SkipLink } from "#components/ui/skip-link";
import { Brand } from "#components/layout/brand";
import { DeskLinks, type DeskLink } from "#components/layout/desk-links";
import { SampleBanner } from "#components/layout/sample-banner";
import { SignOutButton } from "#components/layout/sign-out-button";

type DeskShellProps = {
  sample: boolean;
  member: { name: string; role: string };
  counts?: { mine?: number; toReview?: number; requests?: number };
  children: ReactNode;
};

/**
 * The frame of the desk: navigation beside the page, or behind a menu button where there is no room. Shows what it is
 * given and decides about no access.
 */
export function DeskShell({ sample, member, counts = {}, children }: DeskShellProps) {
  const work: DeskLink[] = [
    { href: "/desk", label: "My work", count: counts.mine },
    { href: "/desk/review", label: "To review", count: counts.toReview, hot: true },
    { href: "/desk/requests", label: "Correction requests", count: counts.requests },
  ];
  const record: DeskLink[] = [
    { href: "/desk/articles", label: "Articles" },
    { href: "/desk/claims", label: "Claims" },
    { href: "/desk/events", label: "Events" },
    { href: "/desk/parties", label: "Parties" },
    { href: "/desk/sources", label: "Sources" },
    { href: "/desk/measures", label: "Measures" },
  ];
  const account: DeskLink[] = [
    ...(member.role === "admin"
      ? [
          { href: "/desk/members", label: "Members" },
          { href: "/desk/settings", label: "Settings" },
        ]
      : []),
    { href: "/desk/account", label: "Account" },
  ];
  return (
    <>
      <SkipLink />
      {sample && <SampleBanner />}
      <div className="desk">
        <header className="desk-bar">
          <Brand name="Assay" href="/desk" />
          <button type="button" className="btn" popoverTarget="desk-nav">
            <Menu size={16} aria-hidden="true" /> Menu
          </button>
        </header>
        <nav className="side" id="desk-nav" popover="auto" aria-label="Desk">
          <Brand name="Assay" href="/desk" />
          <DeskLinks links={work} />
          <p className="eyebrow">Record</p>
          <DeskLinks links={record} />
          <div className="end">
            <p className="who tiny quiet">
              {member.name}, {member.role}
            </p>
            <DeskLinks links={account} />
            <ul>
              <li>
                <a href="/">Readers’ pages</a>
              </li>
              <li>
                <SignOutButton />
              </li>
            </ul>
          </div>
        </nav>
        <main id="main" tabIndex={-1}>
          <OutcomePlace>{children}</OutcomePlace>
        </main>
      </div>
    </>
  );
}
