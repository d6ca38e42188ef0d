import { readFileSync } from "node:fs";
import { createServer } from "node:http";

// The least that Node does: one buffer with its length, whatever is asked.
//   node scripts/bench/bare.ts FILE PORT
const [file = "", port = "0"] = process.argv.slice(2);
const body = readFileSync(file);
const head = { "Content-Type": "text/html; charset=utf-8", "Content-Length": body.length };
createServer((_request, response) => {
  response.writeHead(200, head);
  response.end(body);
}).listen(Number(port), "127.0.0.1", () => process.send?.({ ready: true }));
process.on("disconnect", () => process.exit(0));
