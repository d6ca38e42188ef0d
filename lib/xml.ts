/** XML that was made by `element`; any other text is escaped. */
export interface Markup {
  markup: string;
}

/** What XML 1.0 cannot hold in any form, and halves of characters. */
const impossible =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as it stands between tags or in an attribute: read back, it is the same but for what XML cannot hold. */
export const escaped = (text: string): string =>
  text
    .replace(impossible, "\ufffd")
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
    // A reader of XML would turn these into spaces or other line ends.
    .replace(/[\t\n\r\u0085\u2028]/g, (character) => `&#${character.charCodeAt(0)};`);

/** An element; attributes without a value and children that are null are left out. */
export function element(
  name: string,
  attributes: Record<string, string | null>,
  ...children: (Markup | string | null)[]
): Markup {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${escaped(value)}"`],
  );
  const inside = children.map((child) =>
    typeof child === "string" ? escaped(child) : (child?.markup ?? ""),
  );
  const body = inside.join("");
  return {
    markup: body === "" ? `<${name}${given.join("")}/>` : `<${name}${given.join("")}>${body}</${name}>`,
  };
}

/** A whole document. */
export const xmlDocument = (root: Markup): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${root.markup}\n`;
