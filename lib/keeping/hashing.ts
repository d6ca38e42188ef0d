import { createHash } from "node:crypto";
import { Transform } from "node:stream";
import { StoreProblem } from "./store.ts";

/** Passes bytes on and fails at their end with the problem `altered` unless they have the hash. */
export function expectHash(sha256: string): Transform {
  const hash = createHash("sha256");
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      if (hash.digest("hex") === sha256) done();
      else
        done(
          new StoreProblem("altered", `The kept file ${sha256} was altered: its bytes have another hash.`),
        );
    },
  });
}
