/** The first stop of the Tab key: jumps over the navigation to `main#main`. */
export function SkipLink() {
  return (
    <a className="skip" href="#main">
      Skip to content
    </a>
  );
}
