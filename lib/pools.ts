import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import pLimit from "p-limit";

type Pool = Awaited<ReturnType<PrismaPg["connect"]>>;
type Transaction = Awaited<ReturnType<Pool["startTransaction"]>>;
type Options = ConstructorParameters<typeof PrismaPg>[0];

// Without a time zone the adapter stores timestamptz wrongly; without time-outs it waits for ever.
export const session =
  "-c TimeZone=UTC -c statement_timeout=5000 -c idle_in_transaction_session_timeout=10000";
export const readOnly = `${session} -c default_transaction_read_only=on`;

export const pool = (connectionString: string, options: string, max: number) => ({
  connectionString,
  options,
  // Counts the wait for a free connection too: a busy moment is waited out, a dead database is not.
  connectionTimeoutMillis: 4000,
  max,
});

/** What was sent has no place in an error that is logged. */
export const errorFormat = "minimal";

/** A client that is opened when something of it is asked for. */
export const lazy = <C extends object>(open: () => C): C =>
  new Proxy({} as C, {
    get: (_, property) => {
      const target = open();
      const value: unknown = Reflect.get(target, property);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });

/**
 * A transaction that sends one statement at a time: Prisma reads the relations of one query all at once, and its one connection
 * must not be asked again while it is busy (pg deprecates that; see prisma/orm#29979).
 */
function inTurn(tx: Transaction): Transaction {
  const turn = pLimit(1);
  const query = tx.queryRaw.bind(tx);
  const execute = tx.executeRaw.bind(tx);
  tx.queryRaw = (statement) => turn(query, statement);
  tx.executeRaw = (statement) => turn(execute, statement);
  return tx;
}

/**
 * Two pools behind one client, since a client of the whole schema takes some 20 MB. A transaction begun within `writing`
 * has a connection that may write; everything else, what the client begins by itself included, has one on which
 * PostgreSQL refuses to (25006).
 */
export class TwoPools extends PrismaPg {
  readonly #writers: PrismaPg;
  readonly #writing = new AsyncLocalStorage<boolean>();

  constructor(readers: Options, writers: Options) {
    super(readers);
    this.#writers = new PrismaPg(writers);
  }

  /** What `begin` begins may write; what it calls back is not itself within. */
  writing<T>(begin: () => T): T {
    return this.#writing.run(true, begin);
  }

  /** For what a transaction calls back: a further one begun there is read-only again. */
  reading<T>(work: () => T): T {
    return this.#writing.run(false, work);
  }

  override async connect() {
    const [read, write] = await Promise.all([super.connect(), this.#writers.connect()]);
    const begin = read.startTransaction.bind(read);
    const end = read.dispose.bind(read);
    read.startTransaction = async (level) =>
      inTurn(await (this.#writing.getStore() ? write.startTransaction(level) : begin(level)));
    read.dispose = async () => {
      await Promise.all([end(), write.dispose()]);
    };
    return read;
  }
}
