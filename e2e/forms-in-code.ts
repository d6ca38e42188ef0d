import { globSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

/** What a form, a dialog or a question is called in its component; "…" stands for a name that comes with the data. */
export function namesInCode(): string[] {
  const names = globSync("{app,components}/**/*.tsx")
    .filter((file) => !file.startsWith("components/ui/") && !file.startsWith("components/form/"))
    .flatMap((file) => {
      const code = readFileSync(file, "utf8");
      const forms = [...code.matchAll(/<ActionForm\b[^>]*? label=(".*?"|\{.*?\})>/g)].map(([, name]) => name);
      const dialogs = [...code.matchAll(/<(?:Dialog|DialogButton|ConfirmDialog)\b.*?>\n/gs)].map(
        ([all]) => / title=(".*?"|\{.*?\})[\s>]/s.exec(all.replaceAll("=>", ""))?.[1],
      );
      const questions = [...code.matchAll(/confirm=\{\{\s*title: (.*?),\n/g)].map(([, name]) => name);
      return [...forms, ...dialogs, ...questions].flatMap((name = "") =>
        [...name.matchAll(/"(.*?)"|`(.*?)`/g)]
          .map(([, plain, template]) => plain ?? template?.replaceAll(/\$\{.*?\}/g, "…") ?? "")
          .filter((one) => /^\p{Lu}/u.test(one)),
      );
    });
  return [...new Set(names)].toSorted();
}

/** Which of these names none of the names on pages is. */
export function unseen(names: readonly string[], seen: ReadonlySet<string>): string[] {
  return names.filter((name) => {
    const pattern = new RegExp(
      `^${name
        .split("…")
        .map((part) => RegExp.escape(part))
        .join(".+")}$`,
      "su",
    );
    return ![...seen].some((one) => pattern.test(one));
  });
}

/** What the forms and dialogs that are open on a page now are called. */
export async function namesOn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("form[aria-label], dialog[open]")]
      .filter((one) => one.checkVisibility())
      .map((one) => {
        const title = document.getElementById(one.getAttribute("aria-labelledby") ?? "");
        return (one.getAttribute("aria-label") ?? title?.textContent ?? "").trim();
      }),
  );
}
