import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { StartProblem } from "./problem.ts";

export type Secrets = {
  nextAuth: string;
  serverActions: string;
  postgres: { superuser: string; owner: string; app: string; public: string };
};

/** The secrets of a data folder, made once and kept in secrets.json, which only its owner can read. */
export function loadSecrets(data: string): Secrets {
  const path = join(data, "secrets.json");
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as Secrets;
  if (existsSync(join(data, "postgres"))) {
    throw new StartProblem(
      `${path} is missing, and the database in ${data} cannot be opened without it. Restore it from a backup, or choose another folder with --data.`,
    );
  }
  const password = () => randomBytes(24).toString("base64url");
  const secrets: Secrets = {
    nextAuth: randomBytes(32).toString("base64"),
    serverActions: randomBytes(32).toString("base64"),
    postgres: { superuser: password(), owner: password(), app: password(), public: password() },
  };
  writePrivately(path, JSON.stringify(secrets, null, 2));
  return secrets;
}

/** Writes a file that only its owner can read, and all of it or nothing. */
export function writePrivately(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.new`;
  const file = openSync(draft, "w", 0o600);
  writeSync(file, content);
  fsyncSync(file);
  closeSync(file);
  renameSync(draft, path);
}
