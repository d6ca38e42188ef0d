import { randomUUID } from "node:crypto";
import { account } from "../accounts.ts";
import { Person } from "./person.ts";

export type Role = "checker" | "editor" | "admin";
export const roles: readonly Role[] = ["checker", "editor", "admin"];
export const password = "tram lemon orbit quilt";

/** Words that only the desk may read as long as the claim is not published. */
export const draftWords = "Heronsbridge carried forty carts";

/** Members of every role who are nobody else's, so that what is done to them disturbs no other test. */
export interface Desk extends Record<Role, Person> {
  nobody: Person;
  join: (role: Role) => Promise<Person>;
}

export async function openDesk(): Promise<Desk> {
  const { email, password: known } = account("admin");
  const first = await new Person().signIn(email, known);
  const join = async (role: Role) => {
    const { token } = await first.do<{ token: string }>("people.inviteMember", anInvitation(role));
    const person = new Person();
    const joining = { token, name: `A ${role}`, email: `${randomUUID()}@example.org`, password };
    const { userId } = await person.do<{ userId: string }>("people.acceptInvitation", joining);
    person.id = userId;
    return person.signIn(joining.email, password);
  };
  return {
    nobody: new Person(),
    checker: await join("checker"),
    editor: await join("editor"),
    admin: await join("admin"),
    join,
  };
}

export const key = () => ({ idempotencyKey: randomUUID() });

export const anInvitation = (role: Role) => ({ email: "", role, ...key() });

export const anArticle = () => ({
  title: "The new bridge",
  text: "The bridge opened at noon. Forty carts crossed it, the company said. Rain came later.\n",
  outlet: "",
  author: "",
  url: "",
  publishedOn: "",
  language: "en",
  snapshotId: "",
  ...key(),
});

/** Of an address that no server has. */
export const aFetch = () => ({ url: `https://example.invalid/${randomUUID()}`, anyway: false, ...key() });

export const someWords = {
  wording: draftWords,
  kind: "quantity",
  language: "en",
  claimant: "The bridge company",
  claimantKind: "organisation",
  claimantUnknown: false,
  saidOn: "",
  saidWords: "",
};

export const aClaim = (articleVersionId: string) => ({
  ...someWords,
  articleVersionId,
  exact: "Forty carts crossed it",
  ...key(),
});

export const aRequest = (claimId: string) => ({
  claimId,
  party: "The bridge company",
  partyKind: "organisation",
  partyDescription: "",
  outcome: "waiting",
  channel: "By letter",
  askedOn: "2031-05-02",
  dueOn: "2031-05-09",
  answeredOn: "",
  answer: "",
  reason: "",
  ...key(),
});

export const aSource = () => ({
  kind: "document",
  title: "Toll book of the bridge",
  url: "",
  description: "Kept in the town archive.",
  publisher: "",
  publisherKind: "organisation",
  publishedOn: "",
  visibility: "public",
  language: "en",
  ...key(),
});

export const anEvent = () => ({
  name: "The opening of the bridge",
  happenedOn: "about 1931-05",
  happenedWords: "",
  place: "Heronsbridge",
  placePrecision: "town",
  description: "",
  ...key(),
});

export const anEvidence = (claimId: string) => ({
  claimId,
  by: "new",
  sourceKind: "document",
  sourceTitle: "Toll book of the bridge",
  sourceUrl: "",
  sourceDescription: "Kept in the town archive.",
  sourcePublisher: "",
  sourcePublisherKind: "organisation",
  sourcePublishedOn: "",
  sourceLanguage: "en",
  sourceVisibility: "public",
  snapshotId: "",
  kind: "quote",
  quote: "Carts: twelve.",
  withoutQuote: false,
  observation: "",
  translation: "",
  translator: "",
  language: "en",
  locator: "",
  stance: "refutes",
  shows: "so",
  independenceGroup: "",
  involved: false,
  conclusive: false,
  ...key(),
});

export const aFigure = ({ claimId, evidenceId }: { claimId: string; evidenceId: string }) => ({
  claimId,
  on: "evidence",
  ownerId: evidenceId,
  words: "twelve",
  qualifier: "exactly",
  number: "12",
  upTo: "",
  asOf: "",
  replaces: "",
  measureBy: "new",
  unit: "carts",
  what: "carts on the bridge",
  status: "",
  place: "",
  period: "",
  base: "",
});

export const aPosition = (claimId: string) => ({
  claimId,
  by: "none",
  party: "The toll keeper",
  partyKind: "person",
  partyDescription: "",
  stance: "denies",
  hedged: false,
  quote: "I counted twelve.",
  language: "en",
  translation: "",
  translator: "",
  saidOn: "",
  saidWords: "Thursday",
  primary: false,
  relays: [{ name: "The Bridge Courier", kind: "outlet" }],
  replaces: "",
  locator: "",
  ...key(),
});

export const aVerdict = (claimId: string) => ({
  claimId,
  version: 0,
  rating: "false",
  grade: "single_source",
  finding: "The toll book lists twelve carts.",
  shortWording: "",
  reasoning: "The toll book was kept by hand [1].",
  contradiction: "",
  search: "",
  known: "",
  notKnown: "",
  howChecked: "",
  asOf: "2031-05-14",
  lookAgainOn: "",
  leastSure: "",
});
