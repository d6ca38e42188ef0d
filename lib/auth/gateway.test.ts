import { performance } from "node:perf_hooks";
import pg from "pg";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { connectAs } from "../../prisma/test-database.ts";
import { checkPassword, hashPassword, TooManyAttempts } from "./gateway.ts";

const password = "tram lemon orbit quilt";
const known = { email: "first@example.org", password };
const address = "192.0.2.7";

beforeAll(async () => {
  const app = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await app.connect();
  await app.query(
    "INSERT INTO users (id, email, name, role, password_hash) VALUES (gen_random_uuid(), $1, 'First', 'admin', $2)",
    [known.email, await hashPassword(password)],
  );
  await app.end();
});

const refusalOf = (given: { email: string; password: string }, from: string | null = null) =>
  checkPassword(given, from).then(
    () => null,
    (error: unknown) => error as Error,
  );

test("the right password answers whose session may begin", async () => {
  expect(await checkPassword(known, address)).toMatchObject({ sessionVersion: 1 });
});

test("the same password typed as other code points is the same password", async () => {
  const { verify } = await import("@node-rs/argon2");
  const hash = await hashPassword("Zürich am frühen Morgen");
  expect(await verify(hash, "Zu\u0308rich am fru\u0308hen Morgen".normalize("NFKC"))).toBe(true);
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("an unknown address and a wrong password are answered alike, after the same work", async () => {
  const time = async (email: string) => {
    const start = performance.now();
    const refusal = await refusalOf({ email, password: "not the password" });
    return { refusal, ms: performance.now() - start };
  };
  await time("warm-up@example.org");
  const wrong = await time(known.email);
  const unknown = await time("nobody@example.org");
  // The quickest of three: what else the machine does can only make one slower.
  for (let again = 0; again < 2; again++) {
    wrong.ms = Math.min(wrong.ms, (await time(known.email)).ms);
    unknown.ms = Math.min(unknown.ms, (await time("nobody@example.org")).ms);
  }
  await checkPassword(known, null); // clears the count of the account
  expect(unknown.refusal).toMatchObject({ code: "unauthenticated", message: wrong.refusal?.message });
  expect(wrong.refusal).toMatchObject({ code: "unauthenticated" });
  // Loosely: without the same Argon2 work the unknown address would answer in a fraction of the time.
  expect(unknown.ms).toBeGreaterThan(wrong.ms / 4);
});

test("after five failures even the right password has to wait, and the sentence says how long", async () => {
  const email = "throttled@example.org";
  for (let i = 0; i < 5; i++)
    expect(await refusalOf({ email, password })).toMatchObject({ code: "unauthenticated" });
  const refusal = await refusalOf({ email, password });
  expect(refusal).toBeInstanceOf(TooManyAttempts);
  expect(refusal?.message).toMatch(
    /^Too many attempts\. Wait ([1-9]|[1-5]\d|60) seconds?, then try again\.$/,
  );
});

test("of many guesses at once no more than five are looked at", async () => {
  const given = { email: "burst@example.org", password };
  const refusals = await Promise.all(Array.from({ length: 20 }, () => refusalOf(given)));
  expect(refusals.filter((refusal) => !(refusal instanceof TooManyAttempts))).toHaveLength(5);
});

test("success clears the account's count", async () => {
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 3; i++) await refusalOf({ ...known, password: "not the password" });
    await checkPassword(known, null);
  }
});

test("one network that tries many accounts has to wait too, and IPv6 counts by its /64", async () => {
  for (let i = 0; i < 20; i++)
    await refusalOf({ email: `spray-${i}@example.org`, password }, `2001:db8:0:7:${i}::1`);
  expect(await refusalOf(known, "2001:db8:0:7:ffff::1")).toBeInstanceOf(TooManyAttempts);
  await checkPassword(known, "2001:db8:0:8::1");
});

test("however wrong the clock of an instance is, a minute is a minute and its counts are those of the others", async () => {
  const given = { email: "ahead@example.org", password };
  onTestFinished(() => void vi.useRealTimers());
  const wait = async (aheadMs: number) => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + aheadMs });
    const refusal = await refusalOf(given);
    vi.useRealTimers();
    return refusal instanceof TooManyAttempts ? refusal.seconds : 0;
  };
  const hour = 60 * 60 * 1000;
  const clocks = [400 * 24 * hour, -3 * hour, 0, 3 * hour];
  for (const aheadMs of [...clocks, 0]) expect(await wait(aheadMs)).toBe(0);
  for (const aheadMs of clocks) {
    const seconds = await wait(aheadMs);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
  }
});

test("the counts stand in PostgreSQL for every instance, without the address in clear", async () => {
  const app = await connectAs("app");
  const { rows } = await app.query<{ key: string }>("SELECT key FROM sign_in_throttle");
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter(({ key }) => key.includes("@"))).toEqual([]);
});
