import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import { stopOnFaults } from './stop-on-signals.js';

function watched(stop: () => Promise<void>) {
  const lines: unknown[] = [];
  const source = new EventEmitter();
  const left = new Promise<unknown>((resolve) => Object.assign(source, { exit: resolve }));
  stopOnFaults({ fatal: (...line: unknown[]) => lines.push(line) }, stop, source as unknown as NodeJS.Process);
  return { lines, source, left };
}

test('a rejection nobody waited for is logged without what it says, and the process ends in order', async () => {
  let stops = 0;
  const { lines, source, left } = watched(async () => {
    stops += 1;
  });
  const fault = Object.assign(new Error('patient Greta WILLEMS\n    WILLEMS'), { code: '23505', detail: 'WILLEMS' });
  source.emit('unhandledRejection', fault);
  source.emit('uncaughtException', 'WILLEMS');
  expect(await left).toBe(1);
  expect(stops).toBe(1);
  expect(JSON.stringify(lines)).not.toMatch(/WILLEMS|Greta/);
  expect(lines).toMatchObject([
    [
      { kind: 'Error', code: '23505', at: expect.arrayContaining([expect.stringMatching(/^at .*stop-on-faults/)]) },
      'unhandledRejection',
    ],
    [{ kind: 'string', at: [] }, 'uncaughtException'],
  ]);
});

test('it ends even when it cannot stop in order', async () => {
  const { source, left } = watched(() => Promise.reject(new Error('no')));
  source.emit('unhandledRejection', new Error('x'));
  expect(await left).toBe(1);
});
