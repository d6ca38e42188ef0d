/** The PostgreSQL channel on which publishing says which pages change. */
export const channel = "assay_public";

/** PostgreSQL refuses a payload of 8,000 bytes or more. */
const longest = 7900;

/** The tags of changed pages as payloads that PostgreSQL takes. */
export function payloadsOf(tags: readonly string[]): string[] {
  const payloads: string[] = [];
  let part: string[] = [];
  let length = 2;
  for (const tag of new Set(tags)) {
    const more = Buffer.byteLength(JSON.stringify(tag)) + 1;
    if (length + more > longest && part.length > 0) {
      payloads.push(JSON.stringify(part));
      part = [];
      length = 2;
    }
    part.push(tag);
    length += more;
  }
  return part.length > 0 ? [...payloads, JSON.stringify(part)] : payloads;
}
