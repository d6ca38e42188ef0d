const paths = {
  right: "M3.5 10h13M11 4.5l5.5 5.5-5.5 5.5",
  left: "M16.5 10h-13M9 4.5 3.5 10 9 15.5",
  up: "M10 16.5v-13M4.5 9 10 3.5 15.5 9",
  down: "M10 3.5v13M4.5 11l5.5 5.5 5.5-5.5",
  shift: "m10 3 7 7h-3.5v7h-7v-7H3z",
  enter: "M16.5 4v7.5h-13M8 7l-4.5 4.5L8 16",
  command:
    "M12.5 5v10a2.5 2.5 0 1 0 2.5-2.5H5A2.5 2.5 0 1 0 7.5 15V5A2.5 2.5 0 1 0 5 7.5h10A2.5 2.5 0 1 0 12.5 5",
} as const;

export type SignName = keyof typeof paths;

export function isSign(word: string): word is SignName {
  return Object.hasOwn(paths, word);
}

/** An arrow or a key, drawn: no typeface that comes with the pages has them. Whoever does not see it hears the words beside it. */
export function Sign({ name }: { name: SignName }) {
  return (
    <svg className="sign" viewBox="0 0 20 20" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

/** Between what was and what is now: an arrow to see, the word "to" to hear and to copy. */
export function Becomes() {
  return (
    <>
      {" "}
      <span className="sr-only">to</span>
      <Sign name="right" />{" "}
    </>
  );
}
