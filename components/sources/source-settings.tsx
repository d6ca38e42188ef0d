import { GraphicForm } from "#components/sources/graphic-form";
import { NamedSoFar } from "#components/sources/named-so-far";
import { OriginForm } from "#components/sources/origin-form";
import { VisibilityForm } from "#components/sources/visibility-form";
import { DefinitionList } from "#components/ui/definition-list";
import { Text } from "#components/ui/text";
import type { NamingEdition } from "#lib/publication/naming";
import type { SourceSettings as Settings } from "#lib/sources/queries";
import { visibilityMeanings, visibilityNames } from "#lib/sources/rules";

/** What the desk says of a source: who may see it, whether it is graphic, to which origin it goes back. */
export function SourceSettings({
  settings,
  naming,
}: {
  settings: Settings;
  naming: readonly NamingEdition[];
}) {
  const { source, may, origins } = settings;
  return (
    <>
      <section className="stack" aria-labelledby="who-may-see">
        <h2 id="who-may-see">Who may see it</h2>
        <p>{visibilityNames[source.visibility]}</p>
        <p className="small quiet">{visibilityMeanings[source.visibility]}</p>
        <DefinitionList
          entries={[["An editor vouches for", source.attestation && <Text>{source.attestation}</Text>]]}
        />
        {may.length > 0 && (
          <details className="stack">
            <summary className="btn">Change who may see this source</summary>
            <VisibilityForm source={source} may={may} named={<NamedSoFar editions={naming} />} />
          </details>
        )}
      </section>
      {!source.sealed && (
        <section className="stack" aria-labelledby="origin">
          <h2 id="origin">Common origin</h2>
          <OriginForm source={source} origins={origins} />
        </section>
      )}
      <section className="stack" aria-labelledby="graphic">
        <h2 id="graphic">Graphic material</h2>
        <GraphicForm source={source} />
      </section>
    </>
  );
}
