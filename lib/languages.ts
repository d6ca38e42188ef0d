const languages = new Intl.DisplayNames(["en"], { type: "language" });

/** The English name of a language tag; the tag itself where it has none. */
export function languageName(tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag; // no language tag at all
  }
}
