import type { Prisma } from "#prisma/generated/client";
import type { Actor } from "../auth/schema.ts";
import { writing } from "../writer.ts";
import { fromDatabase } from "../errors.ts";
import { contributes } from "./rules.ts";
import { auditEvent, type AuditEvent } from "./schema.ts";

export type Tx = Prisma.TransactionClient;
export type Recorder = (event: AuditEvent) => void;

/** The answer of a command that finds its work done already, such as the second send of a double click. */
export class Unchanged<T> {
  readonly value: T;
  constructor(value: T) {
    this.value = value;
  }
}

/**
 * The one way to write: runs `work` in a transaction and leaves its audit events in the same one. Nothing is
 * committed when `work` throws or records nothing; a `work` that finds nothing to do
 * returns `new Unchanged(value)`, which undoes the transaction and answers the value. Database refusals come back as DomainErrors.
 * `work` must not catch a database error: the transaction is lost with it.
 */
export async function audited<T>(
  actor: Actor,
  work: (tx: Tx, record: Recorder) => Promise<T | Unchanged<T>>,
): Promise<T> {
  try {
    return await writing(
      async (tx) => {
        const events: AuditEvent[] = [];
        const result = await work(tx, (event) => events.push(auditEvent.parse(event)));
        if (result instanceof Unchanged) throw result;
        if (events.length === 0)
          throw new Error("A command wrote without recording an audit event; nothing was committed.");
        // Last, so that the lock on the chain's head is held for the commit only.
        await tx.auditEvent.createMany({ data: events.map((event) => row(actor, event)) });
        return result;
      },
      { isolationLevel: "ReadCommitted", maxWait: 4000, timeout: 8000 },
    );
  } catch (error) {
    if (error instanceof Unchanged) return error.value as T;
    throw fromDatabase(error);
  }
}

function row(actor: Actor, event: AuditEvent) {
  const { name, ...data } = event;
  return {
    actorId: actor.kind === "member" ? actor.id : null,
    name,
    claimId: "claimId" in event ? event.claimId : null,
    contributes: contributes(name),
    data: JSON.stringify(data),
  };
}
