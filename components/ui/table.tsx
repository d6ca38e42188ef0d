import type { ReactNode } from "react";

/**
 * `bare`: what its cells say is understood without the label, so that they stand in one line where there is no room. `wide`:
 * its cells are drawings of what other cells say, which take the room that is left, or the whole width. To a screen reader the
 * column is not there: its cells would be empty. `head` stands over it instead of its label.
 */
export type TableColumn = {
  label: string;
  lead?: boolean;
  numeric?: boolean;
  bare?: boolean;
  wide?: boolean;
  head?: ReactNode;
};
/** Cells that nobody reads a label beside, where the table is a list. */
const speakForThemselves = ({ lead, bare, wide }: TableColumn) => lead || bare || wide;
const drawn = { "data-wide": "", "aria-hidden": true };
export type TableRow = { key: string; cells: ReactNode[]; on?: boolean };

/**
 * A captioned table that turns into a list at narrow widths, each cell under its column's label; the `lead` column
 * names the row there. `kind="queue"` reaches to both edges of a page without padding.
 */
export function Table({
  caption,
  showCaption = false,
  lang,
  columns,
  rows,
  kind = "plain",
}: {
  caption: string;
  showCaption?: boolean;
  /** Of the caption, where somebody wrote it. */
  lang?: string | null;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  kind?: "plain" | "queue";
}) {
  // The roles repeat what the elements mean, because `display: block` takes it from them in some browsers.
  return (
    <table className={kind === "queue" ? "table q" : "table"} role="table">
      <caption className={showCaption ? undefined : "sr-only"} lang={lang ?? undefined} dir="auto">
        {caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.label} scope="col" role="columnheader" {...(column.wide && drawn)}>
              {column.head ?? column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.key} role="row" className={row.on ? "on" : undefined}>
            {columns.map((column, index) => (
              <td
                key={column.label}
                role="cell"
                data-label={speakForThemselves(column) ? undefined : column.label}
                data-lead={column.lead ? "" : undefined}
                data-bare={column.bare ? "" : undefined}
                {...(column.wide && drawn)}
                className={column.numeric ? "num" : undefined}
              >
                {row.cells[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
