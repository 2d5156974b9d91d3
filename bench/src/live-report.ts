export interface Figures {
  readonly p50: number;
  readonly p95: number;
  /** Deliveries that did not come. */
  readonly lost: number;
}

export interface LiveRow extends Figures {
  readonly name: string;
  readonly count: number;
  /** Of the server, per desk; with few of them the garbage of the moment is larger than they are. */
  readonly memoryMb: number | null;
}

interface Trials {
  readonly lost: number;
  readonly told: number;
  readonly cutDesks: number;
  readonly deafDesks: number;
  readonly deafOpen: number;
  readonly deafMb: number;
}

/** The table of docs/performance.md. */
export function liveReport(rows: readonly LiveRow[], trials: Trials): string {
  const p95 = (name: string, count: number) =>
    rows.find((row) => row.name.startsWith(name) && row.count === count)?.p95 ?? Number.NaN;
  const ratio = (value: number) => value.toFixed(1);
  return [
    `Node ${process.version}, Postgres 18 embedded, fsync on`,
    '',
    '| commit → receipt | desks | p50 ms | p95 ms | lost | memory a desk |',
    '|---|---|---|---|---|---|',
    ...rows.map(
      ({ name, count, p50, p95: high, lost, memoryMb }) =>
        `| ${name} | ${count} | ${p50.toFixed(2)} | ${high.toFixed(2)} | ${lost} | ${memoryMb === null ? '–' : `${memoryMb.toFixed(2)} MB`} |`,
    ),
    '',
    '| goal | measured | aim |',
    '|---|---|---|',
    `| p95 ÷ floor, 200 desks | **${ratio(p95('product', 200) / p95('floor', 200))}** | ≤ 3 |`,
    `| p95 with 200 desks ÷ with 20 | **${ratio(p95('product', 200) / p95('product', 20))}** (floor: ${ratio(p95('floor', 200) / p95('floor', 20))}) | ≤ 2 |`,
    `| server memory a desk | **${rows.findLast(({ name }) => name === 'product')?.memoryMb?.toFixed(2)} MB** | ≤ 0.5 MB |`,
    `| acts not heard by one of 200 desks, ${trials.cutDesks} cut three times during ${trials.told} commits | **${trials.lost}** | 0 |`,
    `| ${trials.deafDesks} desks that never read, told 10 MB each: still open, growth of the server | **${trials.deafOpen}**, ${trials.deafMb.toFixed(0)} MB | 0 |`,
  ].join('\n');
}
