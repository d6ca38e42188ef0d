import { publicNumber } from "#lib/claims/rules";

/** A claim's public number, such as C-1042. No line ends at its hyphen, which is an ordinary one for whoever copies it. */
export const ClaimNumber = ({ number }: { number: number }) => (
  <span className="nr">{publicNumber(number)}</span>
);
