"use client";

import { useCallback, useMemo, useRef, useState, type ReactNode } from "react";
import { useRouter } from "next/navigation";
import { DeskPage } from "#components/layout/desk-page";
import { Button } from "#components/ui/button";
import { useShortcut } from "#components/ui/shortcut";
import { LogClaimForm, type PickedWords } from "#components/claims/log-claim-form";
import { cardId } from "#components/claims/claim-card";
import { ArticleText } from "#components/articles/article-text";
import { ClaimRail } from "#components/articles/claim-rail";
import { KeyHints } from "#components/articles/key-hints";
import { highlightPicked, pickedWords } from "#components/articles/picked-words";
import { paragraphsOf } from "#lib/articles/rules";
import type { MarkedPassage } from "#lib/claims/queries";
import { publicNumber } from "#lib/claims/rules";
import "./reading-view.css";

/**
 * An article to read, with its claims as highlights and as cards beside the text, and the form that logs the next one.
 * L or the button opens the form with the selected words. While it is open it takes what is selected, and L goes into it.
 */
export function ReadingView({
  article,
  passages,
  members,
  parties,
  meta,
  actions,
}: {
  article: { title: string; language: string; versionId: string; text: string };
  passages: readonly MarkedPassage[];
  members: readonly { id: string; name: string }[];
  parties: readonly string[];
  meta: ReactNode;
  actions: ReactNode;
}) {
  const router = useRouter();
  const textRef = useRef<HTMLDivElement>(null);
  const [logging, setLogging] = useState(false);
  const [picked, setPicked] = useState<PickedWords | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const [summons, setSummons] = useState(0);
  const [logged, setLogged] = useState("");
  const paragraphs = useMemo(() => paragraphsOf(article.text), [article.text]);

  function pick() {
    const words = textRef.current && pickedWords(textRef.current, paragraphs, article.text);
    if (words) {
      setPicked(words);
      highlightPicked(document.getSelection());
    }
    return words;
  }
  function openForm() {
    if (!pick() && !logging) setPicked(null);
    setLogging(true);
    setSummons((times) => times + 1);
    setLogged("");
  }
  useShortcut("l", openForm);

  const showPassage = useCallback((claimId: string) => {
    setActive(claimId);
    const mark = textRef.current?.querySelector(`mark[data-claim="${CSS.escape(claimId)}"]`);
    const box = mark?.getBoundingClientRect();
    if (box && (box.top < 60 || box.bottom > window.innerHeight - 60))
      mark?.scrollIntoView({ block: "center" });
  }, []);
  const showCard = useCallback((claimId: string) => {
    setActive(claimId);
    document.getElementById(cardId(claimId))?.querySelector<HTMLElement>("a")?.focus();
  }, []);

  return (
    <DeskPage
      title={<span lang={article.language}>{article.title}</span>}
      meta={meta}
      width="bleed"
      actions={
        <>
          {actions}
          <Button kind="primary" shortcut="L" onClick={openForm}>
            Log claim
          </Button>
        </>
      }
    >
      <div className="read reading">
        <ArticleText
          ref={textRef}
          paragraphs={paragraphs}
          passages={passages}
          language={article.language}
          active={active}
          onMark={showCard}
          onSelect={() => logging && pick()}
        />
        <ClaimRail
          passages={passages}
          members={members}
          active={active}
          onPoint={setActive}
          onFocusCard={showPassage}
        >
          <p role="status" className="small logged">
            {logged}
          </p>
          {logging && (
            <LogClaimForm
              article={article}
              picked={picked}
              summons={summons}
              parties={parties}
              onClose={() => {
                setLogging(false);
                highlightPicked(null);
              }}
              onLogged={({ claimId, number }) => {
                setPicked(null);
                setActive(claimId);
                setLogged(`${publicNumber(number)} is logged.`);
                document.getSelection()?.removeAllRanges();
                highlightPicked(null);
                router.refresh();
              }}
            />
          )}
        </ClaimRail>
      </div>
      <KeyHints logging={logging} />
    </DeskPage>
  );
}
