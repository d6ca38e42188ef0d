import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { z } from "zod";
import { FolderStore } from "./folder.ts";
import { S3Store } from "./s3.ts";
import type { FileStore } from "./store.ts";
import { StoreProblem } from "./store.ts";

const given = (name: string) => z.string({ error: `${name} is not set` }).min(1, `${name} is not set`);

const bucketSettings = z.object({
  FILES_S3_ENDPOINT: given("FILES_S3_ENDPOINT").refine(isEndpoint, {
    error: "FILES_S3_ENDPOINT must be an address without a path, such as https://s3.example.org",
  }),
  FILES_S3_BUCKET: given("FILES_S3_BUCKET").regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, {
    error: "FILES_S3_BUCKET must be the name of a bucket, in lower case",
  }),
  FILES_S3_REGION: z.string().default("us-east-1"),
  FILES_S3_KEY: given("FILES_S3_KEY"),
  FILES_S3_SECRET: given("FILES_S3_SECRET"),
  FILES_S3_PREFIX: z
    .string()
    .regex(/^[\w.-]+(\/[\w.-]+)*\/?$/, {
      error: "FILES_S3_PREFIX must be names joined by /, such as desk/files",
    })
    .optional(),
});

/**
 * The store that is configured: a bucket where any FILES_S3_ variable is set, otherwise the folder `files` of ASSAY_DATA. Opens
 * no connection and makes no folder. What is wrong or half set is a StoreProblem that names every variable to be set.
 */
export function openStore(env: Record<string, string | undefined>): FileStore {
  const data = env.ASSAY_DATA;
  if (!data || !isAbsolute(data))
    throw new StoreProblem("misconfigured", "Set ASSAY_DATA to the whole path of the data folder.");
  const isBucket = Object.keys(bucketSettings.shape).some((name) => env[name]);
  if (!isBucket) return new FolderStore(join(data, "files"));
  // A variable that is set to nothing is meant as one that is not set.
  const values = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const result = bucketSettings.safeParse(values);
  if (!result.success) {
    const wrong = result.error.issues.map((issue) => issue.message).join("; ");
    throw new StoreProblem(
      "misconfigured",
      `Files cannot be kept in a bucket: ${wrong}. Set these variables, or none of FILES_S3_ to keep files in a folder (docs/running.md).`,
    );
  }
  const set = result.data;
  return new S3Store(
    {
      endpoint: new URL(set.FILES_S3_ENDPOINT),
      bucket: set.FILES_S3_BUCKET,
      region: set.FILES_S3_REGION,
      key: set.FILES_S3_KEY,
      secret: set.FILES_S3_SECRET,
      prefix: set.FILES_S3_PREFIX ? `${set.FILES_S3_PREFIX.replace(/\/$/, "")}/` : "",
    },
    join(data, "arriving"),
  );
}

/**
 * The timestamp authority that is configured, if any, and the certificates that its tokens must lead to (none: its own word is
 * taken). What is wrong is a StoreProblem that says what to set.
 */
export function readAuthority(env: Record<string, string | undefined>): {
  url: string | null;
  trusted: X509Certificate[];
} {
  const url = env.TIMESTAMP_AUTHORITY_URL || null;
  if (url && !/^https?:$/.test(URL.parse(url)?.protocol ?? ""))
    throw new StoreProblem("misconfigured", "TIMESTAMP_AUTHORITY_URL must be an http(s) address.");
  const file = env.TIMESTAMP_AUTHORITY_CERTIFICATES;
  if (!file) return { url, trusted: [] };
  try {
    const pem = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
    const trusted = (readFileSync(file, "latin1").match(pem) ?? []).map((one) => new X509Certificate(one));
    if (trusted.length === 0) throw new Error("it has no certificate in it");
    return { url, trusted };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreProblem(
      "misconfigured",
      `TIMESTAMP_AUTHORITY_CERTIFICATES must name a file of certificates in PEM: ${why}.`,
      error,
    );
  }
}

function isEndpoint(value: string): boolean {
  const url = URL.parse(value);
  return (
    url !== null && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.username
  );
}
