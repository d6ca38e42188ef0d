import { ButtonLink } from "#components/ui/button-link";
import { EmptyState } from "#components/ui/empty-state";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";
import { AlterationAlerts } from "#components/claims/alteration-alerts";
import { ClaimNote } from "#components/claims/claim-note";
import { ClaimTable } from "#components/claims/claim-table";
import { StagePill } from "#components/claims/stage-pill";
import type { PassageFate } from "#lib/claims/alterations";
import type { MyWork as Work, WorkItem } from "#lib/claims/my-work";
import { stageNames } from "#lib/claims/rules";
import "./my-work.css";

/** One person's day: what came back first, then their claims by stage, then those that are nobody's. */
export function MyWork({
  work,
  alterations,
  isAll,
}: {
  work: Work;
  alterations: readonly PassageFate[];
  /** Nothing else on the page waits for this member. */
  isAll: boolean;
}) {
  const nothing =
    isAll && work.sentBack.length === 0 && work.byStage.length === 0 && alterations.length === 0;
  return (
    <>
      {nothing && <NothingToDo />}
      {alterations.length > 0 && (
        <section className="work">
          <h2>Altered after it was checked</h2>
          <AlterationAlerts fates={alterations} named />
        </section>
      )}
      {work.sentBack.length > 0 && (
        <section className="work">
          <h2>Sent back to you</h2>
          <ul className="plain-list stack">
            {work.sentBack.map((item) => (
              <SentBack key={item.id} item={item} />
            ))}
          </ul>
        </section>
      )}
      {work.byStage.map(({ stage, claims }) => (
        <section key={stage} className="work">
          <h2>{stageNames[stage]}</h2>
          <ClaimTable caption={`Your claims: ${stageNames[stage]}`} claims={claims} />
        </section>
      ))}
      {work.unassigned.length > 0 && (
        <section className="work">
          <h2>Nobody’s yet</h2>
          <ClaimTable caption="Claims that are assigned to nobody" claims={work.unassigned} />
        </section>
      )}
    </>
  );
}

function SentBack({ item }: { item: WorkItem }) {
  const beside = (
    <>
      <StagePill claim={item} sentBack />
      {item.sentBack && (
        <span className="faint">
          {item.sentBack.by}, <Time at={item.sentBack.at} />
        </span>
      )}
    </>
  );
  return (
    <ClaimNote claim={item} beside={beside}>
      <Text as="p" className="said">
        {item.sentBack?.note}
      </Text>
    </ClaimNote>
  );
}

function NothingToDo() {
  return (
    <EmptyState
      title="Nothing is waiting for you"
      actions={<ButtonLink href="/desk/articles">Read an article</ButtonLink>}
    >
      Claims that are assigned to you, and those that an editor sends back, stand here.
    </EmptyState>
  );
}
