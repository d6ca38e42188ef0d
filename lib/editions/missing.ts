/** The parts of a claim's page at the desk, by the names of their anchors. */
export type Where = "claim" | "evidence" | "disputed-by" | "comment" | "verdict";

/** Where something is mended: the part of the page, and in it the field, or the element with this id. */
export interface Place {
  where: Where;
  field?: string;
  at?: string | undefined;
}

/** One thing that the checklist misses: what to do, and the place on the claim's page where it is mended. */
export interface Missing<Code extends string = string> extends Place {
  code: Code;
  message: string;
}

export const inVerdict = (field: string): Place => ({ where: "verdict", field });
/** The form that attaches evidence. */
export const attaching: Place = { where: "evidence", field: "kind" };
