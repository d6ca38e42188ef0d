/** What a page has of its own: the tags of its head that speak of it, and all that stands in its main part. */
export interface Parts {
  head: string;
  main: string;
}

/** Stands in no text: every field of the desk refuses it. */
const seam = "\0";

/** Both parts as the application answers them. */
export const partsBody = ({ head, main }: Parts): string => head + seam + main;

/** Both parts as the server reads them. */
export function readParts(body: Buffer): Parts {
  const text = body.toString("utf8");
  const at = text.indexOf(seam);
  return { head: text.slice(0, at), main: text.slice(at + 1) };
}

/** In which the server tells the application which page is asked for, without its query: the navigation marks it. */
export const pathHeader = "x-assay-path";
