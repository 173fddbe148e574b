import { type ChildProcess, fork } from "node:child_process";
import type { Ask, Told } from "./worker";

export type WorkerMode = "work" | "tell";

/** A worker in a process of its own: this program again, told what to be. */
export class Child {
  readonly #process: ChildProcess;
  readonly pid: number;

  constructor(mode: WorkerMode, url: string) {
    // Without source maps: the first one that is read costs a hundred megabytes.
    const execArgv = process.env.BENCH_WORKER_FLAGS?.split(" ") ?? [];
    this.#process = fork(process.argv[1] ?? "", [mode, url], { execArgv });
    this.pid = this.#process.pid ?? 0;
    process.once("exit", () => this.#process.kill("SIGKILL"));
  }

  ask(what: Ask): void {
    this.#process.send(what);
  }

  /** The next message of this kind; rejects when the process ends first. */
  told<K extends Told["kind"]>(kind: K): Promise<Extract<Told, { kind: K }>> {
    return new Promise((done, fail) => {
      const onExit = (code: number | null) => fail(new Error(`A worker ended (code ${code}).`));
      this.#process.once("exit", onExit);
      this.onTold((message) => {
        if (message.kind !== kind) return;
        this.#process.off("exit", onExit);
        done(message as Extract<Told, { kind: K }>);
      });
    });
  }

  onTold(listener: (message: Told) => void): void {
    this.#process.on("message", (message) => listener(message as Told));
  }

  /** Resolves when the process has ended. */
  ended(): Promise<void> {
    if (this.#process.exitCode !== null) return Promise.resolve();
    return new Promise((done) => {
      this.#process.once("exit", () => done());
    });
  }
}
