// Run by itself, with the settings of a running desk: makes readers' pages in both ways, and prints the digests of both.
import { createHash } from "node:crypto";
import next from "next";
import { FrameOfPages } from "../lib/serving/frame.ts";
import { render } from "../lib/serving/render.ts";
import { publicRoute, withoutScripts } from "../lib/serving/rules.ts";

const { host, port } = new URL(process.env.ASSAY_URL ?? "");
const app = next({ dev: false, hostname: "127.0.0.1", port: Number(port) });
await app.prepare();

const body = async (path: string) => (await render(app.getRequestHandler(), path, host)).body;
const digest = (page: string | Buffer | undefined) =>
  createHash("sha256")
    .update(page ?? "")
    .digest("hex");

const frames = { claim: new FrameOfPages(), search: new FrameOfPages() };
const made = [];
for (const path of process.argv.slice(2)) {
  const inParts = publicRoute(path)?.parts;
  if (!inParts) throw new Error(`${path} is never put together.`);
  const whole = withoutScripts((await body(path)).toString("utf8"));
  const parts = await body(inParts.address);
  frames[inParts.kind].learn(path, whole, parts);
  made.push({ path, whole: digest(whole), parts, frame: frames[inParts.kind] });
}
// Only now: the first two of a kind gave the frame.
const both = made.map(({ path, whole, parts, frame }) => ({
  path,
  whole,
  together: digest(frame.around(parts)?.body),
}));
console.log(JSON.stringify(both));
process.exit(0);
