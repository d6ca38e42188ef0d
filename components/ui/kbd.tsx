/** A key as it stands on the keyboard; shown where it acts, read to nobody when it only repeats a button. */
export function Kbd({ children, decorative = false }: { children: string; decorative?: boolean }) {
  return <kbd aria-hidden={decorative || undefined}>{children}</kbd>;
}
