import type postgres from "postgres";

type Options = NonNullable<Parameters<typeof postgres>[1]>;

/** One connection for one transaction at a time. `lost` is set when it broke since it was taken. */
export type Lane<T> = { readonly sql: postgres.Sql; readonly value: T; lost: boolean };

/**
 * Connections that belong to one user each while taken. postgres.js' own `reserve` does not survive a
 * restart of the server: a reservation that failed stays queued and swallows a connection later, a
 * lost connection is handed on while in use, and a statement on it ends the process. A client of one
 * connection has none of these troubles, and one that broke is thrown away.
 */
export class Lanes<T> {
  readonly #open: (options: Options) => postgres.Sql;
  readonly #dress: (sql: postgres.Sql) => T;
  readonly #max: number;
  #count = 0;
  readonly #free: Lane<T>[] = [];
  readonly #waiting: ((lane: Lane<T>) => void)[] = [];
  readonly #all = new Set<Lane<T>>();

  constructor(
    open: (options: Options) => postgres.Sql,
    dress: (sql: postgres.Sql) => T,
    max: number,
  ) {
    this.#open = open;
    this.#dress = dress;
    this.#max = max;
  }

  /** Waits for its turn when all are taken. Who takes one gives it back. */
  async take(): Promise<Lane<T>> {
    const lane =
      this.#free.pop() ??
      (this.#count < this.#max
        ? this.#make()
        : await new Promise<Lane<T>>((resolve) => this.#waiting.push(resolve)));
    lane.lost = false;
    return lane;
  }

  /** `broken`: its connection is or will be closed; the next user gets a new one. */
  give(lane: Lane<T>, { broken }: { broken: boolean }): void {
    if (broken) this.#drop(lane);
    const next = this.#waiting.shift();
    if (!broken) next ? next(lane) : this.#free.push(lane);
    else if (next) next(this.#make());
  }

  async end(options?: { timeout?: number }): Promise<void> {
    await Promise.all([...this.#all].map(({ sql }) => sql.end(options)));
  }

  #make(): Lane<T> {
    this.#count += 1;
    const sql = this.#open({
      max: 1,
      // Its age must not end a connection between two statements of a transaction.
      max_lifetime: null,
      onclose: () => {
        lane.lost = true;
      },
    });
    const { unsafe } = sql;
    // The client would connect again by itself and go on outside the transaction.
    const guarded: typeof unsafe = (...statement) => {
      if (lane.lost) throw new ConnectionLost();
      return unsafe(...statement);
    };
    const value = this.#dress(Object.assign(sql, { unsafe: guarded }));
    const lane: Lane<T> = { sql, value, lost: false };
    this.#all.add(lane);
    return lane;
  }

  #drop(lane: Lane<T>): void {
    this.#count -= 1;
    this.#all.delete(lane);
    void lane.sql.end({ timeout: 1 });
  }
}

class ConnectionLost extends Error {
  readonly code = "CONNECTION_CLOSED";
  constructor() {
    super("The connection was lost during the transaction");
  }
}
