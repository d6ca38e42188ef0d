const most = 300;

/**
 * The words around a passage that readers need to judge it: its paragraph, at most 300 code points to either side,
 * cut at a word. Offsets count code points.
 */
export function inContext(text: string, start: number, end: number): { prefix: string; suffix: string } {
  const points = [...text];
  const before = points.slice(Math.max(0, start - most - 1), start).join("");
  const after = points.slice(end, end + most + 1).join("");
  return { prefix: keepEnd(before), suffix: keepStart(after) };
}

function keepEnd(text: string): string {
  const paragraph = text.slice(text.lastIndexOf("\n") + 1);
  if ([...paragraph].length <= most) return paragraph;
  return `…${paragraph.slice(paragraph.indexOf(" ") + 1)}`;
}

function keepStart(text: string): string {
  const line = text.indexOf("\n");
  const paragraph = line === -1 ? text : text.slice(0, line);
  if ([...paragraph].length <= most) return paragraph;
  return `${paragraph.slice(0, paragraph.lastIndexOf(" "))}…`;
}
