import { Sign } from "#components/ui/sign";

/** Links to the neighbouring pages of a list read by key; renders nothing when there is only one page. */
export function Pagination({
  older,
  newer,
  label = "Pages",
}: {
  older?: string | null;
  newer?: string | null;
  label?: string;
}) {
  if (!older && !newer) return null;
  return (
    <nav className="pages" aria-label={label}>
      {newer ? (
        <a href={newer} rel="prev">
          <Sign name="left" /> Newer
        </a>
      ) : (
        <span />
      )}
      {older ? (
        <a href={older} rel="next">
          Older <Sign name="right" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
