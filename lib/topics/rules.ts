import slugify from "@sindresorhus/slugify";

/** What stands for the topics of a claim when two people set them at once: their names in one order. */
export const versionOf = (topics: readonly string[]): string => topics.toSorted().join(", ");

/** The address of a topic; `suffix` tells it apart where another topic's name makes the same. */
export function topicSlug(name: string, suffix = ""): string {
  const words = slugify(name, { decamelize: false }).slice(0, 80).replace(/-+$/, "") || "topic";
  return suffix ? `${words}-${suffix}` : words;
}
