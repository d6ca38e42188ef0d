/** A refusal of the API after RFC 9457: `detail` says what to do, `parameter` to which part of the query. */
export interface Problem {
  type: "about:blank";
  title: string;
  status: number;
  detail: string;
  parameter?: string;
}

export const problemType = "application/problem+json";

const titles = {
  400: "Bad Request",
  404: "Not Found",
  410: "Gone",
  405: "Method Not Allowed",
  500: "Internal Server Error",
  503: "Service Unavailable",
} as const;

export const problem = (status: keyof typeof titles, detail: string, parameter?: string): Problem => ({
  type: "about:blank",
  title: titles[status],
  status,
  detail,
  ...(parameter !== undefined && { parameter }),
});

/** The refusal as an answer that any site may read. */
export const answerProblem = (refusal: Problem): Response =>
  Response.json(refusal, {
    status: refusal.status,
    headers: {
      "Access-Control-Allow-Origin": "*",
      "Cache-Control": "no-store",
      "Content-Type": problemType,
    },
  });
