/** Something the person who started us can mend; its message is the whole sentence they need, so no stack is shown. */
export class StartProblem extends Error {}

/** Runs a command's main function; a StartProblem becomes its sentence and exit 1, anything else is shown in full. */
export async function runCommand(main: () => Promise<number>): Promise<void> {
  try {
    process.exit(await main());
  } catch (error) {
    console.error(error instanceof StartProblem ? error.message : error);
    process.exit(1);
  }
}

/** Progress goes to stderr: with --json, stdout belongs to the one line that other programs read. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
