"use client";

import { useEffect, useEffectEvent, useRef, type ReactNode } from "react";
import { highlightPicked, pickedWords } from "#components/articles/picked-words";
import { Text } from "#components/ui/text";
import type { Paragraph } from "#lib/articles/rules";

/** How long a selection has to stay as it is until it counts, in milliseconds. */
const settled = 150;

/** The text of a copy; with `onPick`, what somebody selects in it is told with its place in code points. */
export function CopyText({
  text,
  paragraphs,
  language,
  onPick,
  children,
}: {
  text: string;
  paragraphs: readonly Paragraph[];
  language: string;
  onPick?: (words: { exact: string; start: number }) => void;
  children?: ReactNode;
}) {
  const container = useRef<HTMLDivElement>(null);
  const pick = useEffectEvent(() => {
    const words = container.current && pickedWords(container.current, paragraphs, text);
    if (!words || !onPick) return;
    highlightPicked(document.getSelection());
    onPick(words);
  });
  useEffect(() => {
    // Fingers select without a mouse or a key to let go of: the selection itself says when it has come to rest.
    let rest: ReturnType<typeof setTimeout>;
    const changed = () => {
      clearTimeout(rest);
      rest = setTimeout(pick, settled);
    };
    document.addEventListener("selectionchange", changed);
    return () => {
      clearTimeout(rest);
      document.removeEventListener("selectionchange", changed);
    };
  }, []);
  return (
    <section className="stack" aria-labelledby="text">
      <h2 id="text">Text</h2>
      {children}
      <div ref={container} className="copy-text serif stack">
        {paragraphs.map((paragraph, at) => (
          <div key={paragraph.start} data-at={at}>
            <Text as="p" lang={language}>
              {paragraph.text}
            </Text>
          </div>
        ))}
      </div>
    </section>
  );
}
