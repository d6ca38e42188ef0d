import { runCommand, StartProblem } from "./problem.ts";
import type { Outcome, Stage } from "./stages.ts";
import { stages } from "./stages.ts";

process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));
process.on("disconnect", () => process.exit(1));

await runCommand(async () => {
  const total = { passed: 0, failed: 0 };
  const chosen = chosenStages(process.argv.slice(2));
  const reading = startReading(chosen.filter((stage) => stage.isReading));
  for (const stage of chosen) {
    const { outcome, seconds } = await (reading.get(stage) ?? timed(stage));
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    if (outcome.failed > 0) console.log(outcome.output.trimEnd());
    const word = outcome.failed > 0 ? "FAILED" : "passed";
    console.log(
      `${stage.name.padEnd(12)}${word.padEnd(10)}${`${seconds.toFixed(1)} s`.padStart(8)}   ${outcome.note ?? ""}`.trimEnd(),
    );
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});

function chosenStages(names: string[]): Stage[] {
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    const known = stages.map((stage) => stage.name).join(", ");
    throw new StartProblem(`There is no stage "${unknown[0]}". The stages are: ${known}.`);
  }
  return names.length === 0 ? stages : stages.filter((stage) => names.includes(stage.name));
}

/** Starts the check of the types, which takes as long as all others together, and beside it those in their order. */
function startReading(stages: Stage[]): Map<Stage, ReturnType<typeof timed>> {
  const started = new Map<Stage, ReturnType<typeof timed>>();
  let before: Promise<unknown> = Promise.resolve();
  for (const stage of stages) {
    const run = stage.name === "types" ? timed(stage) : before.then(() => timed(stage));
    if (stage.name !== "types") before = run;
    started.set(stage, run);
  }
  return started;
}

async function timed(stage: Stage): Promise<{ outcome: Outcome; seconds: number }> {
  const from = performance.now();
  const outcome = await stage.run().catch((error: unknown): Outcome => {
    const output =
      error instanceof StartProblem ? error.message : String(error instanceof Error ? error.stack : error);
    return { passed: 0, failed: 1, output };
  });
  return { outcome, seconds: (performance.now() - from) / 1000 };
}
