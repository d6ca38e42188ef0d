import { z } from "zod";

const url = z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// address" });

const schema = z.object({
  DATABASE_URL: url,
  PUBLIC_DATABASE_URL: url.optional(),
  ASSAY_URL: z.url({ protocol: /^https?$/, error: "must be the public http(s) address of the desk" }),
  NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
});

export type Env = z.infer<typeof schema>;
let checked: Env | undefined;

/** The settings from the environment, checked once; throws one sentence that names every variable that is wrong. */
export function env(): Env {
  if (checked) return checked;
  const result = schema.safeParse(process.env);
  if (!result.success) {
    const wrong = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ");
    throw new Error(
      `Assay cannot start: ${wrong}. Start it by npm start, or set these variables (docs/running.md).`,
    );
  }
  return (checked = result.data);
}
