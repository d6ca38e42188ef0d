/** Every field wraps itself in an element with `data-field` (its name) and `data-label`; messages find it by these. */
function findField(formId: string, name: string): HTMLElement | null {
  return (
    document.getElementById(formId)?.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`) ?? null
  );
}

/** The label a person reads on the field, or null for values that have no field. */
export function fieldLabel(formId: string, name: string): string | null {
  return findField(formId, name)?.dataset.label ?? null;
}

/** The messages that no field of the form can show; they belong above it, or nobody would see them. */
export function messagesWithoutField(formId: string, messages: [name: string, message: string][]): string[] {
  return messages
    .filter(([name]) => findField(formId, name) === null && !hasFieldBelow(formId, name))
    .map(([, message]) => message)
    .filter((message) => message !== "");
}

function hasFieldBelow(formId: string, name: string): boolean {
  return document.getElementById(formId)?.querySelector(`[data-field^="${CSS.escape(name)}\\."]`) !== null;
}

/** Puts the cursor into the first of the named fields, in the order of the page. */
export function focusField(formId: string, names: string[]): void {
  const found = names.map((name) => findField(formId, name)).filter((field) => field !== null);
  found.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  found[0]?.querySelector<HTMLElement>("input, textarea, select")?.focus();
}

/**
 * Puts the cursor into the field of this name in the part of the page with this id, and opens what is folded around it;
 * answers false where there is no such field.
 */
export function focusWithin(partId: string, name: string): boolean {
  const field = document.getElementById(partId)?.querySelector(`[data-field="${CSS.escape(name)}"]`);
  const control =
    field?.querySelector<HTMLElement>("input:checked") ??
    field?.querySelector<HTMLElement>("input, textarea, select");
  if (!field || !control) return false;
  for (let fold = field.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  control.focus();
  return true;
}
