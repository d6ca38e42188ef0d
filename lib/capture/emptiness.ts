import type { Reason } from "./reasons.ts";

/** Letters and digits below which a page holds nothing that could be quoted. */
const fewest = 60;
/** A text longer than this is more than a notice, whatever it speaks of; consent is asked for at greater length. */
const longestNotice = 600;
const longestConsent = 1500;

const walls = [
  /(enable|activate|turn on|requires?|without|switch on)\s(your\s)?java\s?script|java\s?script\s(is|to be|must be)\s(disabled|required|enabled|not)/i,
  /checking (your browser|if the site connection)|verif(y|ying) (that )?you are (a |not a )?(human|robot)|just a moment\.\.\.|are you a robot/i,
  /unusual (traffic|activity) from your (computer|network|ip)|pardon our interruption|please (enable|turn on) cookies/i,
  // As a line of its own, or said of the page: aid and journalists are denied access too.
  /^access denied\W*$|access to this (page|site|website) (has been|is) denied|permission to access [^\s]+ on this server/im,
];
const consentWords =
  /\b(cookies?|consent|partners?|vendors?|gdpr|tcf|privacy|datenschutz|einwilligung|confidentialité|consentement|privacidad)\b/giu;
const consentButtons =
  /accept all|reject all|i agree|agree and|manage (preferences|options|settings|cookies)|zustimmen|akzeptieren|tout accepter|j'accepte|aceptar/i;

/** Why a text is no capture of a page, although words came: too few of them, or only a notice before the page; null if it is one. */
export function emptinessOf(text: string): Extract<Reason, "nothing to read" | "a wall"> | null {
  if (text.length < longestNotice && walls.some((wall) => wall.test(text))) return "a wall";
  if (text.length < longestConsent && isConsent(text)) return "a wall";
  const letters = text.slice(0, 10_000).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters < fewest ? "nothing to read" : null;
}

function isConsent(text: string): boolean {
  const words = text.split(/\s+/).length;
  return consentButtons.test(text) && (text.match(consentWords)?.length ?? 0) > words * 0.04;
}
