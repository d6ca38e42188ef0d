"use client";

import { useEffect, useMemo, useState, type ReactNode, type RefObject } from "react";
import { ClaimCard, cardId } from "#components/claims/claim-card";
import type { Paragraph } from "#lib/articles/rules";
import type { MarkedPassage } from "#lib/claims/queries";

/** So many cards make a page; the page in view and the ones on either side of it are drawn. */
const pageSize = 50;

/** A claim to bring into sight, once it is among those of the article; a new object asks anew. */
export interface Reveal {
  claimId: string;
  /** "page" scrolls whatever has to be, "rail" leaves the text where it is read, "focus" goes there. */
  by: "page" | "rail" | "focus";
}

/**
 * The claims of the article in the order of its text, a card each however many passages it has; `children` come first.
 * Of very many claims it shows those near what is read, and follows the text as it is scrolled.
 */
export function ClaimRail({
  text,
  paragraphs,
  passages,
  disputes,
  members,
  active,
  reveal,
  onPoint,
  onFocusCard,
  children,
}: {
  text: RefObject<HTMLElement | null>;
  paragraphs: readonly Paragraph[];
  passages: readonly MarkedPassage[];
  /** By how much each claim is disputed. */
  disputes: Readonly<Record<string, number>>;
  members: readonly { id: string; name: string }[];
  active: string | null;
  reveal: Reveal | null;
  onPoint: (claimId: string | null) => void;
  onFocusCard: (claimId: string) => void;
  children: ReactNode;
}) {
  const claims = useMemo(() => {
    const first = new Map<string, MarkedPassage>();
    for (const passage of passages) if (!first.has(passage.claim.id)) first.set(passage.claim.id, passage);
    return [...first.values()];
  }, [passages]);
  const isLong = claims.length > 3 * pageSize;
  const [page, setPage] = usePageInView(isLong, text, paragraphs, claims);
  const [asked, setAsked] = useState<Reveal | null>(null);
  const revealed = claims.findIndex(({ claim }) => claim.id === reveal?.claimId);
  if (reveal !== asked && revealed >= 0) {
    setAsked(reveal);
    setPage(Math.floor(revealed / pageSize));
  }
  useEffect(() => {
    const card = asked && document.getElementById(cardId(asked.claimId));
    if (!card) return;
    if (asked.by === "focus") card.querySelector<HTMLElement>("a")?.focus();
    else if (asked.by === "page") card.scrollIntoView({ block: "nearest" });
    else scrollRailTo(card);
  }, [asked]);

  const from = isLong ? Math.max(0, page - 1) * pageSize : 0;
  const to = isLong ? (page + 2) * pageSize : claims.length;
  return (
    // A region that scrolls must be reachable for those who scroll by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="rail" aria-label="Claims in this article" tabIndex={0}>
      {children}
      {isLong && (
        <p className="tiny quiet">
          Claims {from + 1} to {Math.min(to, claims.length)} of {claims.length}. The list follows the text.
        </p>
      )}
      {claims.length === 0 ? (
        <p className="small quiet">
          No claims yet. Move to a sentence or select words of the text, then press L or “Log claim”.
        </p>
      ) : (
        <ul className="cards">
          {claims.slice(from, to).map(({ claim }) => (
            <ClaimCard
              key={claim.id}
              {...{ claim, members, onPoint, onFocusCard }}
              disputedBy={disputes[claim.id] ?? 0}
              on={claim.id === active}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Where the rail stands below the text it does not scroll by itself, and nothing moves. */
function scrollRailTo(card: HTMLElement) {
  const rail = card.closest(".rail");
  const [box, frame] = [card.getBoundingClientRect(), rail?.getBoundingClientRect()];
  if (!rail || !frame || rail.scrollHeight <= rail.clientHeight) return;
  // The line of keys covers the padding.
  const below = box.bottom - frame.bottom + parseFloat(getComputedStyle(rail).paddingBottom);
  if (box.top < frame.top) rail.scrollTop += box.top - frame.top;
  else if (below > 0) rail.scrollTop += Math.min(below, box.top - frame.top);
}

/** The page of the list that belongs to what is on the screen; stays the first where `enabled` is false. */
function usePageInView(
  enabled: boolean,
  text: RefObject<HTMLElement | null>,
  paragraphs: readonly Paragraph[],
  claims: readonly MarkedPassage[],
) {
  const [page, setPage] = useState(0);
  useEffect(() => {
    if (!enabled) return;
    let frame = 0;
    function look() {
      frame = 0;
      const box = text.current?.getBoundingClientRect();
      if (!box) return;
      const seen = document
        .elementFromPoint(box.left + box.width / 2, window.innerHeight / 3)
        ?.closest<HTMLElement>("[data-at]");
      const at = seen && paragraphs[Number(seen.dataset.at)];
      if (!at) return;
      const index = claims.findIndex(({ start }) => start >= at.start);
      setPage(Math.floor((index === -1 ? claims.length - 1 : index) / pageSize));
    }
    const onScroll = () => (frame ||= requestAnimationFrame(look));
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      window.removeEventListener("scroll", onScroll);
      cancelAnimationFrame(frame);
    };
  }, [enabled, text, paragraphs, claims]);
  return [page, setPage] as const;
}
