import { Kbd } from "#components/ui/kbd";

/** The keys that work now. */
export function KeyHints({ logging }: { logging: boolean }) {
  return (
    <div className="hints">
      <span>
        <Kbd>L</Kbd> {logging ? "word the selection" : "log the selected words as a claim"}
      </span>
      {logging && (
        <>
          <span>
            <Kbd>⌘</Kbd> or <Kbd>Ctrl</Kbd> <Kbd>↵</Kbd> log
          </span>
          <span>
            <Kbd>Esc</Kbd> close the form
          </span>
        </>
      )}
    </div>
  );
}
