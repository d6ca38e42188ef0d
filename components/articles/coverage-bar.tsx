import type { Looked } from "#lib/articles/rules";

/** How much of the article somebody has looked at: logged sentences, then those without a claim to check. */
export function CoverageBar({ looked }: { looked: readonly Looked[] }) {
  const all = looked.length;
  const logged = looked.filter((what) => what === "logged").length;
  const skipped = looked.filter((what) => what !== null).length - logged;
  const words = `${logged} logged, ${skipped} skipped, ${all - logged - skipped} to go`;
  return (
    <span className="coverage" title={words}>
      <span className="small quiet">Looked at</span>
      <svg
        className="bar"
        viewBox={`0 0 ${Math.max(all, 1)} 1`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words}
      >
        <rect className="logged-part" width={logged} height="1" />
        <rect className="skipped-part" x={logged} width={skipped} height="1" />
      </svg>
      <span className="small quiet num">
        {logged + skipped} of {all}
      </span>
    </span>
  );
}
