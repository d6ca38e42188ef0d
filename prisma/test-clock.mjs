// Loaded before a program (node --import), sets its wall clock apart from the machine's: by the first of CLOCK_SECONDS from
// the beginning, by the next one at every SIGUSR2. What waits for a time to pass is not moved, as on a machine whose clock is set.
const steps = (process.env.CLOCK_SECONDS ?? "").split(",").map(Number);
const real = Date;
let aheadMs = (steps.shift() ?? 0) * 1000;
process.on("SIGUSR2", () => (aheadMs = (steps.shift() ?? 0) * 1000));

const now = () => real.now() + aheadMs;
globalThis.Date = new Proxy(real, {
  apply: () => new real(now()).toString(),
  construct: (_, given, as) => Reflect.construct(real, given.length > 0 ? given : [now()], as),
  get: (_, name) => (name === "now" ? now : Reflect.get(real, name)),
});
