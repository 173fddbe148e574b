import { createServer } from "node:net";
import { Sentence } from "./sentence";

/** Refuses a port that is taken or not allowed, before anything else is started. */
export async function requireFreePort(port: number): Promise<void> {
  const code = await new Promise<string | null>((done) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => done(error.code ?? "unknown"));
    probe.listen(port, () => probe.close(() => done(null)));
  });
  if (code === "EADDRINUSE") {
    throw new Sentence(
      `Port ${port} is taken by another program: stop it, or choose another with PORT=${port + 1} npm start.`,
    );
  }
  if (code === "EACCES") {
    throw new Sentence(
      `This user may not use port ${port}: choose one above 1023, as in PORT=3000.`,
    );
  }
  if (code)
    throw new Sentence(`Port ${port} cannot be used (${code}): choose another with PORT=….`);
}

/** Waits until something answers HTTP on the port; false when `given` up or the time is over. */
export async function answers(port: number, path: string, timeoutMs: number, gone: () => boolean) {
  for (const until = Date.now() + timeoutMs; Date.now() < until && !gone(); ) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
    await response?.body?.cancel();
    if (response) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}
