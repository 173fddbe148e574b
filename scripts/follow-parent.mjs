// Loaded before the program of every child we start: when the launcher dies, however hard, the
// child stops too, instead of holding its port against the next start.
const GRACE_MS = 10_000;

// Programs that fork hand this file on to their own children, which are not ours to end.
if (process.channel && process.env.FOLLOWTHROUGH_PARENT === String(process.ppid)) {
  process.once("disconnect", () => {
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    process.kill(process.pid, "SIGTERM");
  });
  process.channel.unref();
}
