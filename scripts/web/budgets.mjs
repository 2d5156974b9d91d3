/** JavaScript a desk may fetch before it sees something, in bytes of Brotli. docs/performance.md says what they hold. */
import { bytesOf } from './code-loaded.mjs';

export const budgets = { start: 162_000, day: 288_000 };

/** @returns {string[]} one line for each load that is too heavy */
export const overBudget = (loads) =>
  Object.entries(budgets)
    .map(([name, most]) => ({ name, most, bytes: bytesOf(loads[name]) }))
    .filter(({ bytes, most }) => bytes > most)
    .map(({ name, most, bytes }) => `${name}: ${bytes} > ${most}`);
