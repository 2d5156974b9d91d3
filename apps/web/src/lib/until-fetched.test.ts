import { expect, test } from '@jest/globals';
import { untilFetched } from './until-fetched';

const failing = (times: number) => {
  const asked = { count: 0 };
  const fetchPart = () => {
    asked.count += 1;
    return asked.count <= times ? Promise.reject(new Error(`cut ${asked.count}`)) : Promise.resolve('part');
  };
  return { asked, fetchPart };
};

test('a part that comes at once is asked for once', async () => {
  const { asked, fetchPart } = failing(0);
  await expect(untilFetched(fetchPart, [0, 0])).resolves.toBe('part');
  expect(asked.count).toBe(1);
});

test('a part cut twice is there at the third try', async () => {
  const { asked, fetchPart } = failing(2);
  await expect(untilFetched(fetchPart, [0, 0])).resolves.toBe('part');
  expect(asked.count).toBe(3);
});

test('a part that never comes is told with its last reason', async () => {
  const { asked, fetchPart } = failing(9);
  await expect(untilFetched(fetchPart, [0, 0])).rejects.toThrow('cut 3');
  expect(asked.count).toBe(3);
});
