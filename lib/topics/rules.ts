import slugify from "@sindresorhus/slugify";

/** The address of a topic; `suffix` tells it apart where another topic's name makes the same. */
export function topicSlug(name: string, suffix = ""): string {
  const words = slugify(name, { decamelize: false }).slice(0, 80).replace(/-+$/, "") || "topic";
  return suffix ? `${words}-${suffix}` : words;
}
