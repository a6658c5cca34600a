import { readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;
const MIB_KB = 1024;

/** CPU seconds of a process with all its threads so far; null where there is no `/proc`. */
export function cpuSeconds(pid: number): number | null {
  const stat = readProc(`/proc/${pid}/stat`);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Resident memory of a process; null where there is no `/proc`. */
export function residentMiB(pid: number): number | null {
  const kilobytes = /VmRSS:\s+(\d+) kB/u.exec(readProc(`/proc/${pid}/status`) ?? '')?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / MIB_KB;
}

/** CPU seconds of the whole machine that were not idle; null where there is no `/proc`. */
export function busySeconds(): number | null {
  const line = readProc('/proc/stat')?.split('\n')[0];
  if (line === undefined) return null;
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = line.split(/\s+/u).slice(1).map(Number);
  return (user + nice + system + irq + softirq) / TICKS_PER_SECOND;
}

function readProc(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
