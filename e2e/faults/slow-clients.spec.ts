import { expect, test } from "@playwright/test";
import { readdirSync, readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { performance } from "node:perf_hooks";
import { Person, siteUrl } from "../access/person.ts";
import { demo } from "../demos.ts";

// Clients on this machine that hang on purpose. When each of them is ended stands in lib/serving/connections.test.ts, with
// shorter times; here they are many at once, on the server as it is.

const get = (path: string, more = "") =>
  `GET ${path} HTTP/1.1\r\nHost: ${new URL(siteUrl()).host}\r\n${more}`;
const send = (path: string) =>
  `POST ${path} HTTP/1.1\r\nHost: ${new URL(siteUrl()).host}\r\nOrigin: ${siteUrl()}\r\nContent-Length: 100000\r\n\r\nx`;
const noSource = "/desk/sources/01900000-0000-7000-8000-000000000000/files?fileName=x.txt";

test("two thousand clients that hang take no place from readers and the desk, and little memory", async () => {
  test.skip(process.platform !== "linux", "it reads the server's memory in /proc");
  const hanging: Socket[] = [];
  const hang = (count: number, first: string, { reads = true, drips = false } = {}) =>
    Array.from({ length: count }, () => {
      const { port, hostname } = new URL(siteUrl());
      const socket = connect(Number(port), hostname, () => socket.write(first));
      socket.on("error", () => undefined);
      if (reads) socket.resume();
      const drip = drips ? setInterval(() => socket.write("x"), 500) : undefined;
      socket.once("close", () => clearInterval(drip));
      hanging.push(socket);
      return new Promise<void>((resolve) => socket.once("close", () => resolve()));
    });
  const reader = new Person();
  const times = async () => {
    const ms: number[] = [];
    for (let n = 0; n < 60; n++) {
      const from = performance.now();
      for (const path of ["/", "/corrections", "/sign-in"].slice(0, n % 10 === 0 ? 3 : 2))
        expect((await reader.ask(path)).status).toBe(200);
      ms.push(performance.now() - from);
    }
    return ms.toSorted((a, b) => a - b)[Math.floor(ms.length * 0.95)] ?? 0;
  };
  try {
    const [quiet, before] = [await times(), residentMb()];
    void hang(600, "");
    void hang(1000, get("/", "X-Slow: x\r\n"));
    void hang(100, (get("/") + "\r\n").repeat(100), { reads: false });
    void hang(100, send("/report/send"));
    const unneeded = [get("/", "Content-Length: 100000\r\n\r\nx"), send(noSource)].flatMap((first) =>
      hang(100, first, { drips: true }),
    );
    const busy = await times();
    await Promise.all(unneeded); // answered without what they go on sending, byte by byte
    const after = residentMb();
    console.log(
      `p95 ${quiet.toFixed(1)} ms, beside them ${busy.toFixed(1)} ms; memory +${(after - before).toFixed(0)} MB`,
    );
    expect(busy).toBeLessThan(Math.max(300, quiet * 3));
    expect(after - before).toBeLessThan(100);
  } finally {
    for (const socket of hanging) socket.destroy();
  }
});

/** Of the server of this worker's demo. */
function residentMb(): number {
  const read = (pid: string, name: string) => {
    try {
      return readFileSync(`/proc/${pid}/${name}`, "utf8");
    } catch {
      return ""; // gone by now, or somebody else's
    }
  };
  const isServer = (pid: string) =>
    read(pid, "cmdline").includes("server.ts") &&
    read(pid, "environ").includes(`PORT=${new URL(siteUrl()).port}\0`);
  const pid = readdirSync("/proc").find((name) => /^\d+$/.test(name) && isServer(name));
  const kb = /^VmRSS:\s+(\d+)/m.exec(read(pid ?? "", "status"))?.[1];
  if (!kb) throw new Error(`The server of ${demo().data} does not run.`);
  return Number(kb) / 1024;
}
