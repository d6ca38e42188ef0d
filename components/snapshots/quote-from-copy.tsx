"use client";

import { useState } from "react";
import { ClaimNumber } from "#components/claims/claim-number";
import { AttachEvidenceForm } from "#components/evidence/attach-evidence-form";
import "./copies.css";
import { CopyText } from "#components/snapshots/copy-text";
import { PageLink } from "#components/ui/page-link";
import { Text } from "#components/ui/text";
import { paragraphsOf } from "#lib/articles/rules";
import { placeInWords } from "#lib/snapshots/rules";
import type { PageStart } from "#lib/snapshots/schema";
import type { EvidenceView } from "#lib/evidence/queries";
import type { InvolvedParty } from "#lib/evidence/rules";
import type { SourceView } from "#lib/sources/queries";

/** What the form needs of the claim that is to get the evidence. */
export interface Quoting {
  claim: { id: string; number: number; wording: string; language: string };
  evidence: readonly EvidenceView[];
  involved: readonly InvolvedParty[];
}

/** The text of a copy beside the form that makes evidence of what is selected in it. */
export function QuoteFromCopy({
  claim,
  source,
  snapshotId,
  text,
  language,
  pages,
  evidence,
  involved,
}: Quoting & {
  source: SourceView;
  snapshotId: string;
  text: string;
  language: string;
  pages: readonly PageStart[];
}) {
  const paragraphs = paragraphsOf(text);
  const [picked, setPicked] = useState<{ exact: string; start: number } | null>(null);
  return (
    <div className="beside">
      <div>
        <CopyText text={text} paragraphs={paragraphs} language={language} onPick={setPicked}>
          <p className="quiet">
            Select the words that bear on the claim. They are compared with the copy, letter by letter.
          </p>
        </CopyText>
        {picked && (
          <a className="btn primary to-form" href="#from-copy">
            Go on with these words
          </a>
        )}
      </div>
      <aside id="from-copy" className="card stack beside-copy" aria-label="Evidence from this copy">
        <p>
          For{" "}
          <PageLink href={`/desk/claims/${claim.number}#evidence`}>
            <ClaimNumber number={claim.number} />
          </PageLink>{" "}
          <Text lang={claim.language} className="serif">
            {claim.wording}
          </Text>
        </p>
        <AttachEvidenceForm
          claim={claim}
          publishers={[]}
          evidence={evidence}
          involved={involved}
          copy={{
            source,
            snapshotId,
            language,
            quote: picked?.exact ?? "",
            quoteStart: picked?.start ?? null,
            locator: picked ? placeInWords(picked.start, paragraphs, pages) : "",
          }}
        />
      </aside>
    </div>
  );
}
