"use client";

import { Fragment } from "react";
import { Dialog } from "#components/ui/dialog";
import { Kbd } from "#components/ui/kbd";

const keys: [title: string, entries: [keys: string[], what: string][]][] = [
  [
    "Move",
    [
      [["Down", "J"], "next sentence"],
      [["Up", "K"], "sentence before"],
      [["Shift Down", "Shift Up"], "grow or shrink by a sentence"],
      [["Shift Right", "Shift Left"], "move the end by a word"],
      [["Alt Shift Right", "Alt Shift Left"], "move the beginning by a word"],
      [["Esc"], "back to the text; there, put the cursor away"],
    ],
  ],
  [
    "Mark",
    [
      [["L"], "log the selected words, or what the cursor holds, as a claim"],
      [["O"], "opinion; again to take it off"],
      [["N"], "not checkable, with a reason; again to take it off"],
      [["U"], "take the mark off"],
    ],
  ],
  [
    "See",
    [
      [["C"], "go to the claims at the cursor, one after the other"],
      [["H"], "highlights by rating or by stage"],
      [["?"], "all keys"],
    ],
  ],
  [
    "In a form",
    [
      [["Command Enter", "Ctrl Enter"], "save"],
      [["Esc"], "close"],
    ],
  ],
];

/** Every key of the reading view, by what it is for. */
export function AllKeys({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="All keys">
      {keys.map(([title, entries]) => (
        <section key={title} className="keys">
          <h3 className="eyebrow">{title}</h3>
          <dl>
            {entries.map(([all, what]) => (
              <div key={what}>
                <dt>
                  {all.map((key, index) => (
                    <Fragment key={key}>
                      {index > 0 && " "}
                      <Kbd>{key}</Kbd>
                    </Fragment>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className="small quiet">
        Single keys can be switched off on the page of your account. In a text that is written from the right,
        the keys to the right and to the left follow its direction.
      </p>
    </Dialog>
  );
}
