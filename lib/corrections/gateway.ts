import type { RateLimiterPostgres } from "rate-limiter-flexible";
import { DomainError } from "../errors.ts";
import { consume, limiter } from "../throttle.ts";

const kept = globalThis as typeof globalThis & { assayReports?: RateLimiterPostgres };

/** Refuses the sixth report of a network within ten minutes, with the time to wait. */
export async function countReport(from: string): Promise<void> {
  const seconds = await consume((kept.assayReports ??= limiter("report", 5, 600)), from);
  if (seconds === 0) return;
  const minutes = Math.ceil(seconds / 60);
  throw new DomainError(
    "unavailable",
    `Too many reports came from your network just now. Your words are kept in the form below: send it again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`,
  );
}
