import { createHash } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import type { RateLimiterPostgres } from "rate-limiter-flexible";
import { DomainError } from "../errors.ts";
import { consume, limiter, network } from "../throttle.ts";
import { findSignIn } from "./queries.ts";
import { tooManyAttempts, wrongSignIn } from "./rules.ts";
import type { SignInInput } from "./schema.ts";

// OWASP's first choice of parameters for Argon2id, which is this library's default algorithm.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// A password that nobody has: checked for unknown addresses, so that they cost the same work as known ones.
const nobodysHash =
  "$argon2id$v=19$m=19456,t=2,p=1$gqBYe4OJ1JOsJkO6iVAz+w$uyUpP7d1RtdFIDebwZ9QJxSBSPNiTj/KNu3SMmpSxCI";

/** The Argon2id hash of a password, salted; the same password typed on another keyboard (NFKC) gives a match. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFKC"), cost);

/**
 * Answers whose address and password these are. Refuses both an unknown address and a wrong password with the same
 * sentence after the same work, and everybody who tries too often, before the password is looked at.
 */
export async function checkPassword(
  { email, password }: SignInInput,
  address: string | null,
): Promise<{ userId: string; sessionVersion: number }> {
  const { perAccount, perAddress } = throttle();
  const account = createHash("sha256").update(email).digest("hex");
  // Counted before checking, in one statement: a hundred guesses at once do not get a hundred answers.
  if (address) await count(perAddress, network(address));
  await count(perAccount, account);

  const known = await findSignIn(email);
  const right = await verify(known?.passwordHash ?? nobodysHash, password.normalize("NFKC"));
  if (!known || !right) throw new DomainError("unauthenticated", wrongSignIn);

  await perAccount.delete(account);
  if (address) await perAddress.reward(network(address), 1);
  return { userId: known.userId, sessionVersion: known.sessionVersion };
}

/** How long somebody who tried too often has to wait. */
export class TooManyAttempts extends DomainError {
  readonly seconds: number;

  constructor(seconds: number) {
    super("unavailable", tooManyAttempts(seconds));
    this.seconds = seconds;
  }
}

async function count(by: RateLimiterPostgres, key: string): Promise<void> {
  const seconds = await consume(by, key);
  if (seconds > 0) throw new TooManyAttempts(seconds);
}

interface Throttle {
  perAccount: RateLimiterPostgres;
  perAddress: RateLimiterPostgres;
}
const kept = globalThis as typeof globalThis & { assayThrottle?: Throttle };

// A newsroom shares one address; an account has one owner.
const throttle = (): Throttle =>
  (kept.assayThrottle ??= { perAccount: limiter("account", 5, 60), perAddress: limiter("address", 20, 60) });
