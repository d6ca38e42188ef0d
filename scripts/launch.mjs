// The only file that runs on the system's Node: it installs what is missing, then hands over to the pinned Node.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Assay needs Node 20.19 or newer; this is ${process.version}. Install a newer Node and start again.`,
  );
  process.exit(1);
}

const { ensureInstalled, findRuntime, root, say } = await import("./install.mjs");
const [command, ...args] = process.argv.slice(2);
const script = join(root, `scripts/${command}.ts`);
if (!command || !/^[a-z-]+$/.test(command) || !existsSync(script)) {
  say("Say what to start: demo, start, dev, build, test or migrate; for example `npm run demo`.");
  process.exit(1);
}
const lineage = process.env.npm_lifecycle_event ? parents() : null;
await ensureInstalled();
const runtime = findRuntime();
if (!runtime) {
  say(
    `There is no packaged Node for ${process.platform}-${process.arch}. Install Node 24 or newer and start again.`,
  );
  process.exit(1);
}

// The channel closes when this process ends, however it ends, and the command then stops by itself.
const child = spawn(runtime, ["--disable-warning=ExperimentalWarning", script, ...args], {
  cwd: root,
  stdio: ["inherit", "inherit", "inherit", "ipc"],
});
child.on("error", (error) => {
  say(`${command} could not be started: ${error.message}`);
  process.exit(1);
});
child.on("exit", (code, signal) =>
  process.exit(code ?? (signal === "SIGINT" || signal === "SIGTERM" ? 0 : 1)),
);
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
  process.on(signal, () => child.kill(signal));

// npm starts us through a shell, and neither tells us when npm itself is killed: being handed to another parent does.
if (lineage) {
  setInterval(() => {
    if (parents() !== lineage) child.kill("SIGTERM");
  }, 500).unref();
}

/** Who started us, up to npm; a dead process is replaced in this line even before it is reaped. */
function parents() {
  try {
    const parent = process.ppid;
    const isShell = readFileSync(`/proc/${parent}/cmdline`, "utf8").split("\0")[1] === "-c";
    const grandparent = readFileSync(`/proc/${parent}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")[1];
    return isShell ? `${parent} ${grandparent}` : `${parent}`;
  } catch {
    return `${process.ppid}`;
  }
}
