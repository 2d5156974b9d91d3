import { cpus } from 'node:os';
import type { Figure } from './measure.js';

export interface Pair {
  readonly ours: Figure;
  readonly floor: Figure;
  readonly aim: number;
  /** Statements of one operation. */
  readonly statements: number;
}

/** A table of pairs: the product, the floor of the same run, and how many times the floor's processor it takes. */
export function report(pairs: readonly Pair[], rows: string): string {
  const lines = pairs.flatMap((pair) => [row(pair.ours), row(pair.floor), ratioRow(pair)]);
  return [
    `${cpus().length} cores, Node ${process.version}, Postgres 18 embedded, fsync on; ${rows}`,
    '',
    '| operation | clients | n | p50 ms | p95 ms | CPU ms/op | ratio (aim) |',
    '|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

function row(figure: Figure): string {
  const failed = figure.failures > 0 ? ` (${figure.failures} refused)` : '';
  return `| ${figure.name}${failed} | ${figure.clients} | ${figure.operations} | ${figure.p50.toFixed(2)} | ${figure.p95.toFixed(2)} | ${figure.cpu?.toFixed(2) ?? '–'} | |`;
}

function ratioRow({ ours, floor, aim, statements }: Pair): string {
  const ratio = ours.cpu === null || !floor.cpu ? '–' : (ours.cpu / floor.cpu).toFixed(1);
  return `| **${ours.name} ÷ floor, CPU** (${statements} statements) | ${ours.clients} | | | | | **${ratio}** (≤ ${aim}) |`;
}

export interface Stage {
  readonly name: string;
  readonly pairs: readonly Pair[];
}

/** How much more processor an operation takes as the base grows: the product, then the floor, against the first stage. */
export function growthReport(stages: readonly Stage[], rows: string): string {
  const [base] = stages;
  const lines = (base?.pairs ?? []).map(({ ours, floor }, at) => {
    const cells = stages.map(({ pairs }) => {
      const pair = pairs[at];
      return `${times(pair?.ours.cpu, ours.cpu)} (${times(pair?.floor.cpu, floor.cpu)})`;
    });
    return `| ${ours.name} | ${ours.cpu?.toFixed(2) ?? '–'} | ${cells.join(' | ')} |`;
  });
  return [
    `${cpus().length} cores, Node ${process.version}, one client; in the end ${rows}`,
    '',
    `| operation | CPU ms/op | ${stages.map(({ name }) => name).join(' | ')} |`,
    `|---|---|${stages.map(() => '---').join('|')}|`,
    ...lines,
  ].join('\n');
}

function times(grown: number | null | undefined, base: number | null): string {
  return grown == null || !base ? '–' : `× ${(grown / base).toFixed(2)}`;
}
