"use client";

import { useState } from "react";
import { callAction } from "#components/form/call-action";
import { markCoverageAction, unmarkCoverageAction } from "#lib/articles/actions";
import { withMarks, type CoverageMark, type Span } from "#lib/articles/rules";

/**
 * The coverage marks as they are shown: a change is seen at once, and taken back with a sentence in `problem` where the
 * server refuses it. Newer `given` ones take the place of all.
 */
export function useCoverage(articleVersionId: string, given: readonly CoverageMark[]) {
  const [seen, setSeen] = useState(given);
  const [marks, setMarks] = useState(given);
  const [problem, setProblem] = useState<string | null>(null);
  if (given !== seen) {
    setSeen(given);
    setMarks(given);
  }

  /** Shows what stands on these sentences now, without sending anything. */
  function show(spans: readonly Span[], put: Pick<CoverageMark, "kind" | "reason"> | null) {
    setProblem(null);
    setMarks((shown) => withMarks(shown, spans, put));
  }
  async function send(spans: readonly Span[], kind: "opinion" | null) {
    const before = marks.filter((mark) =>
      spans.some(({ start, end }) => mark.start < end && mark.end > start),
    );
    show(spans, kind && { kind, reason: null });
    const places = { articleVersionId, spans: spans.map(({ start, end }) => ({ start, end })) };
    const result = kind
      ? await callAction(markCoverageAction, { ...places, kind })
      : await callAction(unmarkCoverageAction, places);
    if (result.ok) return;
    setProblem(result.message);
    setMarks((shown) => [...withMarks(shown, spans, null), ...before].sort((a, b) => a.start - b.start));
  }
  return { marks, problem, show, send };
}
