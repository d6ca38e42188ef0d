/** The digits of any script as 0 to 9: each script's ten digits stand together, zero first. */
function plainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    let zero = digit.codePointAt(0) ?? 0;
    const at = zero;
    while (at - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    // Blocks of digits that follow one another without a gap (mathematical digits) are told apart by tens.
    return String(/[\u{1d7ce}-\u{1d7ff}]/u.test(digit) ? (at - 0x1d7ce) % 10 : at - zero);
  });
}

/**
 * The numbers that a run of digits and separators can mean: one where it is plain, two where "1.200" may be a thousand
 * or a fraction, none where it is no number. In English a comma parts thousands and a point fractions.
 */
export function readDigits(written: string, english: boolean): number[] {
  const text = plainDigits(written)
    .replace(/[ \u00a0\u2009\u202f'’٬]/g, " ")
    .replace(/٫/g, "·");
  const whole = (digits: string) => Number(digits.replace(/[^0-9]/g, ""));
  const apart = (digits: string, fraction: string) => Number(`${digits.replace(/[^0-9]/g, "")}.${fraction}`);
  if (/^\d+$/.test(text)) return [Number(text)];
  if (/^\d{1,3}( \d{3})+$/.test(text)) return [whole(text)];
  const split = /^(\d+|\d{1,3}(?: \d{3})+)[.,·](\d+)$/.exec(text);
  if (/^\d+,\d{3}$/.test(text) && english) return [whole(text)];
  const grouped = /^(\d{1,3}(?:,\d{2,3})*,\d{3}|\d{1,3}(?:\.\d{3}){2,})$/.test(text);
  if (grouped && (text.match(/[.,]/g) ?? []).length > 1) return [whole(text)];
  const both =
    /^(\d{1,3}(?:,\d{2,3})*,\d{3})[.·](\d+)$/.exec(text) ?? /^(\d{1,3}(?:\.\d{3})+)[,·](\d+)$/.exec(text);
  if (both) return [apart(both[1] ?? "", both[2] ?? "")];
  if (!split) return [];
  const [, head = "", tail = ""] = split;
  const either = !english && /^[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  return either ? [apart(head, tail), whole(text)] : [apart(head, tail)];
}

/** What a person means who types a number into a field: 1200, 1,200, 1 200, 1.5, in the digits of any script. */
export function readTypedNumber(typed: string): { value: number } | { problem: string } {
  const text = plainDigits(typed.trim())
    .replace(/^[\u2212\u2013]/, "-")
    .replace(/[\u00a0\u2009\u202f]/g, " ");
  const sign = text.startsWith("-") ? -1 : 1;
  const digits = text.replace(/^[-+]\s*/, "");
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(digits))
    return {
      problem: `“${typed.trim()}” can be read in two ways. Write ${digits.replace(".", "")}, or ${digits}0 if you mean the fraction.`,
    };
  const plain = /^(\d+|\d{1,3}([ ,'’٬])\d{3}(\2\d{3})*)([.٫]\d+)?$/.test(digits);
  const value = plain ? sign * Number(digits.replace(/[ ,'’٬]/g, "").replace("٫", ".")) : Number.NaN;
  if (Number.isFinite(value) && Math.abs(value) <= 1e15) return { value };
  return {
    problem:
      "Write the number in digits, such as 36, 1,200, 1 200 or 1.5; what it counts stands in the measure.",
  };
}
