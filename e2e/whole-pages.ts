// Run by itself, with the settings of a running desk: makes the pages of claims in both ways, and prints the digests of both.
import { createHash } from "node:crypto";
import next from "next";
import { FrameOfPages } from "../lib/serving/frame.ts";
import { render } from "../lib/serving/render.ts";
import { withoutScripts } from "../lib/serving/rules.ts";

const { host, port } = new URL(process.env.ASSAY_URL ?? "");
const app = next({ dev: false, hostname: "127.0.0.1", port: Number(port) });
await app.prepare();

const body = async (path: string) => (await render(app.getRequestHandler(), path, host)).body;
const digest = (page: string | Buffer | undefined) =>
  createHash("sha256")
    .update(page ?? "")
    .digest("hex");

const frame = new FrameOfPages();
const made = [];
for (const path of process.argv.slice(2)) {
  const whole = withoutScripts((await body(path)).toString("utf8"));
  const parts = await body(`${path}/parts`);
  frame.learn(path, whole, parts);
  made.push({ path, whole: digest(whole), parts });
}
// Only now: the first two gave the frame.
console.log(
  JSON.stringify(
    made.map(({ path, whole, parts }) => ({ path, whole, together: digest(frame.around(parts)?.body) })),
  ),
);
process.exit(0);
