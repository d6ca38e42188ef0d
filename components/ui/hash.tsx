/** A SHA-256 in short, whole in the title and for copying: the ends are what people compare. */
export function Hash({ value, label = "sha256" }: { value: string; label?: string }) {
  const short = value.length > 12 ? `${value.slice(0, 4)}…${value.slice(-4)}` : value;
  return (
    <span className="hash" title={`${label} ${value}`}>
      {label} {short}
    </span>
  );
}
