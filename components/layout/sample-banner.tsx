/** Stands on every page of a sample instance, so that no picture of it passes for a fact-check. */
export function SampleBanner() {
  return (
    <aside className="sample" aria-label="Sample data">
      Sample data: made for trying out Assay. Nothing on this page is a published fact-check.
    </aside>
  );
}
