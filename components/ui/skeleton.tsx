/** Lines that stand where text will be; the box keeps its size, so nothing jumps when the text comes. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className="stack" role="status">
      <span className="sr-only">Loading</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="skeleton" />
      ))}
    </div>
  );
}
