import { cpuMs } from './cpu.js';

export interface Figure {
  readonly name: string;
  readonly clients: number;
  readonly operations: number;
  readonly p50: number;
  readonly p95: number;
  /** Processor milliseconds per operation over the measured processes; null where it cannot be read. */
  readonly cpu: number | null;
  readonly failures: number;
}

interface Load {
  readonly name: string;
  readonly clients: number;
  readonly operations: number;
  /** Processes whose processor time counts, read afresh: a pool opens backends while it warms up. */
  readonly pids: () => readonly number[];
  /** One operation; false when it was answered with a refusal that the load did not mean. */
  readonly operate: (index: number) => Promise<boolean>;
}

/** Operations run before the counting starts. */
export const warmUpOf = (operations: number) => Math.min(100, Math.ceil(operations / 5));

/** Runs a load with a fixed number of clients, after a warm-up that is not counted. */
export async function measure(load: Load): Promise<Figure> {
  const warmUp = warmUpOf(load.operations);
  await spread(load, 0, warmUp);
  const pids = load.pids();
  const before = cpuMs(pids);
  const { times, failures } = await spread(load, warmUp, warmUp + load.operations);
  const after = cpuMs(pids);
  times.sort((a, b) => a - b);
  return {
    name: load.name,
    clients: load.clients,
    operations: load.operations,
    p50: times[Math.floor(times.length * 0.5)] ?? 0,
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
    cpu: before === null || after === null ? null : (after - before) / load.operations,
    failures,
  };
}

async function spread(load: Load, from: number, to: number): Promise<{ times: number[]; failures: number }> {
  const times: number[] = [];
  let failures = 0;
  let next = from;
  const client = async () => {
    while (next < to) {
      const index = next;
      next += 1;
      const start = performance.now();
      const done = await load.operate(index);
      times.push(performance.now() - start);
      if (!done) failures += 1;
    }
  };
  await Promise.all(Array.from({ length: load.clients }, client));
  return { times, failures };
}
