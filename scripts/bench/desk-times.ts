/** A desk to which somebody is signed in. */
export interface SignedIn {
  url: string;
  cookie: string;
}

/** Signs in as a browser does and answers the cookie. */
export async function signIn(url: string, account: { email: string; password: string }): Promise<SignedIn> {
  const first = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: cookiesOf(first), Origin: url },
    body: new URLSearchParams({ csrfToken, ...account, callbackUrl: `${url}/desk` }),
  });
  const cookie = cookiesOf(answer);
  if (!cookie.includes("session-token")) throw new Error("Nobody could be signed in to the desk.");
  return { url, cookie };
}

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");

const pages = ["/desk", "/desk/claims", "/desk/sources", "/desk/articles"];

/** Asks for pages of the desk in turn, one after the other, while `goOn`; answers their times in ms, sorted. */
export async function timesOf({ url, cookie }: SignedIn, goOn: (done: number) => boolean): Promise<number[]> {
  const times: number[] = [];
  while (goOn(times.length)) {
    const from = performance.now();
    const answer = await fetch(`${url}${pages[times.length % pages.length]}`, {
      headers: { Cookie: cookie },
    });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`The desk answered ${answer.status}.`);
    times.push(performance.now() - from);
  }
  return times.toSorted((one, other) => one - other);
}

/** The time within which this share of the requests was answered, in ms. */
export const within = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
