import { readdirSync, readFileSync } from "node:fs";

/** Memory in MB, in which pages that several processes have count once, by each one's share (Pss). */
export interface Memory {
  /** What a process has written or made: only ending it gives this back. */
  own: number;
  /** Pages of programs and other files, which the kernel drops when it needs the room. */
  files: number;
}

/** The memory of a process alone, and of all that it started. */
export function memoryOf(pid: number): { itself: Memory; others: Memory } {
  const others = descendants(pid)
    .map(memoryOfOne)
    .reduce((sum, one) => ({ own: sum.own + one.own, files: sum.files + one.files }), { own: 0, files: 0 });
  return { itself: memoryOfOne(pid), others };
}

function descendants(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8").replace(/^.*\) /s, "");
      parents.set(Number(name), Number(stat.split(" ")[1]));
    } catch {
      // It ended meanwhile.
    }
  }
  const isOurs = (one: number): boolean => {
    const parent = parents.get(one);
    return parent !== undefined && (parent === pid || isOurs(parent));
  };
  return [...parents.keys()].filter(isOurs);
}

function memoryOfOne(pid: number): Memory {
  try {
    const lines = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(lines)?.[1] ?? 0) / 1000;
    return { own: of("Pss_Anon") + of("Pss_Shmem"), files: of("Pss_File") };
  } catch {
    return { own: 0, files: 0 };
  }
}
