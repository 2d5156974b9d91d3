import { cpus } from 'node:os';
import type { Figure } from './measure.js';

/** A table of pairs: the product, the floor of the same run, and how many times the floor's processor it takes. */
export function report(pairs: readonly { ours: Figure; floor: Figure; aim: number }[], rows: string): string {
  const lines = pairs.flatMap(({ ours, floor, aim }) => [row(ours), row(floor), ratioRow(ours, floor, aim)]);
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

function ratioRow(ours: Figure, floor: Figure, aim: number): string {
  const ratio = ours.cpu === null || !floor.cpu ? '–' : (ours.cpu / floor.cpu).toFixed(1);
  return `| **${ours.name} ÷ floor, CPU** | ${ours.clients} | | | | | **${ratio}** (≤ ${aim}) |`;
}
