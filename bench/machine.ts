import { readdirSync, readFileSync } from "node:fs";

/** The kernel counts processor time in hundredths of a second, whatever the processor. */
const TICKS_PER_SECOND = 100;
const KIB_PER_MIB = 1024;

type Stat = { parent: number; ticks: number; ticksOfEnded: number };

/** /proc/<pid>/stat after the name, which may hold spaces: state, parent, …, utime, stime, cutime, cstime. */
function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [, parent = 0] = fields;
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
    return { parent, ticks: user + system, ticksOfEnded: endedUser + endedSystem };
  } catch {
    return null;
  }
}

/** Processor seconds a process has used so far; 0 where there is no /proc. */
export const cpuSecondsOf = (pid: number): number => (statOf(pid)?.ticks ?? 0) / TICKS_PER_SECOND;

/** As `cpuSecondsOf`, with the process's children, those that have ended among them. */
export function cpuSecondsOfFamily(pid: number): number {
  const own = statOf(pid);
  if (!own) return 0;
  let ticks = own.ticks + own.ticksOfEnded;
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = statOf(Number(name));
    if (stat?.parent === pid) ticks += stat.ticks;
  }
  return ticks / TICKS_PER_SECOND;
}

export type Memory = { nowMb: number; peakMb: number };

/** Resident memory of a process; null where there is no /proc, or no such process. */
export function memoryOf(pid: number): Memory | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const mb = (field: string) =>
      Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0) / KIB_PER_MIB;
    return { nowMb: mb("VmRSS"), peakMb: mb("VmHWM") };
  } catch {
    return null;
  }
}
