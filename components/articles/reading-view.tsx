"use client";

import { useCallback, useMemo, useRef, useState, type ReactNode } from "react";
import { useRouter } from "next/navigation";
import { DeskPage } from "#components/layout/desk-page";
import { Button } from "#components/ui/button";
import { useShortcut } from "#components/ui/shortcut";
import { LogClaimForm, type PickedWords } from "#components/claims/log-claim-form";
import { ArticleText } from "#components/articles/article-text";
import { ClaimRail, type Reveal } from "#components/articles/claim-rail";
import { CoverageBar } from "#components/articles/coverage-bar";
import { CursorPanel } from "#components/articles/cursor-panel";
import { HighlightSwitch } from "#components/articles/highlight-switch";
import { KeyHints } from "#components/articles/key-hints";
import { Legend } from "#components/articles/legend";
import type { HighlightBy } from "#components/articles/marked-paragraph";
import { NotCheckableForm } from "#components/articles/not-checkable-form";
import { Origin } from "#components/articles/origin";
import { highlightPicked, pickedWords, pressedPoint } from "#components/articles/picked-words";
import { Said, type Saying } from "#components/articles/said";
import { useCoverage } from "#components/articles/use-coverage";
import { useSentenceCursor } from "#components/articles/use-sentence-cursor";
import { coverageKindNames, lookedAt, paragraphsOf, wordsAt } from "#lib/articles/rules";
import type { CoverageMark, Span } from "#lib/articles/rules";
import { sentencesIn } from "#lib/articles/sentences";
import type { CoverageKind } from "#lib/articles/schema";
import type { MarkedPassage } from "#lib/claims/queries";
import "./reading-view.css";

const nothing: readonly MarkedPassage[] = [];

/**
 * An article to read, sentence by sentence, with its claims as highlights and as cards beside the text. L or the button
 * opens the form with the selected words, or with what the cursor holds, and while it is open it follows both; a claim that
 * is logged closes it, and the cursor is where it was. O and N mark sentences in which there is no claim to check.
 */
export function ReadingView({
  article,
  sentences: places,
  passages,
  disputes,
  coverage: kept,
  members,
  parties,
  meta,
  alerts,
  actions,
}: {
  article: { title: string; language: string; versionId: string; text: string };
  /** Start and end of each sentence, one after the other. */
  sentences: readonly number[];
  passages: readonly MarkedPassage[];
  disputes: Readonly<Record<string, number>>;
  coverage: readonly CoverageMark[];
  members: readonly { id: string; name: string }[];
  parties: readonly string[];
  meta: ReactNode;
  /** Stands above the claims. */
  alerts: ReactNode;
  actions: ReactNode;
}) {
  const router = useRouter();
  const text = useRef<HTMLDivElement>(null);
  const [logging, setLogging] = useState(false);
  const [picked, setPicked] = useState<PickedWords | null>(null);
  const [selecting, setSelecting] = useState(false);
  const [asking, setAsking] = useState<readonly Span[] | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const [reveal, setReveal] = useState<Reveal | null>(null);
  const [by, setBy] = useState<HighlightBy>("rating");
  const [summons, setSummons] = useState(0);
  const [said, setSaid] = useState<Saying>("");
  const paragraphs = useMemo(() => paragraphsOf(article.text), [article.text]);
  const sentences = useMemo(
    () => Array.from({ length: places.length / 2 }, (_, at) => spanOf(places, at)),
    [places],
  );
  const coverage = useCoverage(article.versionId, kept);
  const looked = useMemo(
    () => lookedAt(sentences, passages, coverage.marks),
    [sentences, passages, coverage.marks],
  );
  const wordsOf = ({ start, end }: Span) => ({ exact: wordsAt(article.text, { start, end }), start, end });
  const { cursor, held, placeAt, beginHere } = useSentenceCursor({
    text,
    language: article.language,
    paragraphs,
    sentences,
    onHeld(span) {
      setSelecting(false);
      if (logging) setPicked(wordsOf(span));
    },
  });

  const on = cursor && sentencesIn(sentences, cursor);
  const here = cursor
    ? passages.filter(({ start, end }) => start < cursor.end && end > cursor.start)
    : nothing;
  const claims = [...new Map(innermostFirst(here).map(({ claim }) => [claim.id, claim])).values()];
  const mark =
    cursor && (coverage.marks.find(({ start, end }) => start < cursor.end && end > cursor.start) ?? null);

  function pick() {
    const words = text.current && pickedWords(text.current, paragraphs, article.text);
    if (words) {
      setPicked(words);
      setSelecting(true);
      highlightPicked(document.getSelection());
    }
    return words;
  }
  function openForm() {
    const span = held();
    if (!pick() && !selecting) {
      if (span) setPicked(wordsOf(span));
      else if (!logging) setPicked(null);
    }
    setLogging(true);
    setSummons((times) => times + 1);
    setSaid("");
  }
  function backToText() {
    text.current?.focus({ preventScroll: true });
    text.current?.querySelector(".cursor")?.scrollIntoView({ block: "nearest" });
  }
  function closeForm() {
    setLogging(false);
    setSelecting(false);
    highlightPicked(null);
    // Once the form has gone, and with it the question whether to close it, which would keep the focus.
    requestAnimationFrame(backToText);
  }
  function closeLogged({ claimId, number }: { claimId: string; number: number }) {
    // Words that were selected leave the cursor where they begin, for whatever comes next.
    if (picked && selecting) placeAt(picked.start);
    document.getSelection()?.removeAllRanges();
    closeForm();
    setActive(claimId);
    setReveal({ claimId, by: "rail" });
    setSaid({ logged: number });
    router.refresh();
  }
  function heldSentences(): Span[] {
    const span = held();
    const range = span && sentencesIn(sentences, span);
    if (!range) setSaid("Move to a sentence first.");
    return range ? sentences.slice(range.first, range.last + 1) : [];
  }
  function toggle(kind: CoverageKind) {
    const spans = heldSentences();
    if (spans.length === 0) return;
    const isSo = spans.every((span) =>
      coverage.marks.some((one) => one.kind === kind && one.start < span.end && one.end > span.start),
    );
    if (!isSo && kind === "not_checkable") {
      setAsking(spans);
      return;
    }
    void coverage.send(spans, isSo || kind === "not_checkable" ? null : kind);
    setSaid(isSo ? "Mark taken off." : `${coverageKindNames[kind]}.`);
    backToText();
  }
  function unmark() {
    const spans = heldSentences();
    if (spans.length === 0 || !mark) return;
    void coverage.send(spans, null);
    setSaid("Mark taken off.");
    backToText();
  }
  /** The innermost claim, and at each further call the next one around it. */
  function nextClaim(among: readonly MarkedPassage["claim"][], focus: boolean) {
    const claim = among[(among.findIndex(({ id }) => id === active) + 1) % Math.max(among.length, 1)];
    if (!claim) return;
    setActive(claim.id);
    setReveal({ claimId: claim.id, by: focus ? "focus" : "page" });
  }
  function press() {
    const point = text.current && pressedPoint(text.current, paragraphs);
    if (point === null) return;
    placeAt(point);
    const under = passages.filter(({ start, end }) => start <= point && end > point);
    if (under.length > 0)
      nextClaim(
        innermostFirst(under).map(({ claim }) => claim),
        false,
      );
  }
  useShortcut("l", openForm);
  useShortcut("o", () => toggle("opinion"));
  useShortcut("n", () => toggle("not_checkable"));
  useShortcut("u", unmark);
  useShortcut("c", () => nextClaim(claims, true));

  const showPassage = useCallback((claimId: string) => {
    setActive(claimId);
    const found = text.current?.querySelector(`mark[data-claim="${CSS.escape(claimId)}"]`);
    const box = found?.getBoundingClientRect();
    if (box && (box.top < 60 || box.bottom > window.innerHeight - 60))
      found?.scrollIntoView({ block: "center" });
  }, []);

  return (
    <DeskPage
      title={<span lang={article.language}>{article.title}</span>}
      meta={meta}
      width="bleed"
      actions={
        <>
          <CoverageBar looked={looked} />
          {actions}
          <Button kind="primary" shortcut="L" onClick={openForm}>
            Log claim
          </Button>
        </>
      }
    >
      <div className={selecting ? "read reading selecting" : "read reading"}>
        <ArticleText
          ref={text}
          {...{ paragraphs, passages, cursor, by, active }}
          coverage={coverage.marks}
          language={article.language}
          onPress={press}
          onSelect={() => logging && pick()}
          onArrive={beginHere}
        />
        <ClaimRail
          {...{ text, paragraphs, passages, disputes, members, active, reveal }}
          onPoint={setActive}
          onFocusCard={showPassage}
        >
          <div className="alerts stack">{alerts}</div>
          <Said what={said} />
          {logging && (
            <LogClaimForm
              {...{ article, picked, summons, parties }}
              origin={!selecting && on && <Origin count={on.last - on.first + 1} />}
              onClose={closeForm}
              onLogged={closeLogged}
            />
          )}
          {asking && (
            <NotCheckableForm
              key={asking[0]?.start}
              articleVersionId={article.versionId}
              spans={asking}
              onClose={() => {
                setAsking(null);
                backToText();
              }}
              onMarked={(reason) => {
                coverage.show(asking, { kind: "not_checkable", reason });
                setAsking(null);
                setSaid("Not checkable.");
                backToText();
              }}
            />
          )}
          {on && !logging && !asking && (
            <CursorPanel
              {...on}
              {...{ claims, mark }}
              all={sentences.length}
              problem={coverage.problem}
              onClaim={(claimId) => {
                setActive(claimId);
                setReveal({ claimId, by: "focus" });
              }}
              onLog={openForm}
              onOpinion={() => toggle("opinion")}
              onNotCheckable={() => toggle("not_checkable")}
              onUnmark={unmark}
            />
          )}
          <div className="row between">
            <Legend by={by} passages={passages} />
            <HighlightSwitch by={by} onChange={setBy} />
          </div>
        </ClaimRail>
      </div>
      <p className="sr-only" role="status" lang={article.language}>
        {cursor && wordsAt(article.text, cursor)}
      </p>
      <KeyHints logging={logging} />
    </DeskPage>
  );
}

const spanOf = (places: readonly number[], at: number): Span => ({
  start: places[2 * at] ?? 0,
  end: places[2 * at + 1] ?? 0,
});

const innermostFirst = (passages: readonly MarkedPassage[]) =>
  passages.toSorted((a, b) => a.end - a.start - (b.end - b.start));
