"use client";

import { useRef, type ReactNode } from "react";
import { highlightPicked, pickedWords } from "#components/articles/picked-words";
import { Text } from "#components/ui/text";
import type { Paragraph } from "#lib/articles/rules";

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
  function pick() {
    const words = container.current && pickedWords(container.current, paragraphs, text);
    if (!words || !onPick) return;
    highlightPicked(document.getSelection());
    onPick(words);
  }
  return (
    <section className="stack" aria-labelledby="text">
      <h2 id="text">Text</h2>
      {children}
      <div
        ref={container}
        className="copy-text serif stack"
        {...(onPick && { onMouseUp: pick, onKeyUp: pick })}
      >
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
