import assert from 'node:assert/strict';
import net from 'node:net';
import { test } from 'node:test';
import { afterwards } from '../testing/afterwards.mjs';
import { anyFreePort, freePortFrom } from './ports.mjs';

const host = '127.0.0.1';

function listen(t, port) {
  const server = net.createServer();
  afterwards(t, () => server.close());
  return new Promise((resolve) => server.listen({ host, port }, () => resolve(server.address().port)));
}

test('a free port is kept', async () => {
  const port = await anyFreePort();
  assert.equal(await freePortFrom(host, port), port);
});

test('a taken port gives a later one', async (t) => {
  const taken = await listen(t, 0);
  assert.ok((await freePortFrom(host, taken)) > taken);
});

test('0 asks for any port', async () => assert.ok((await freePortFrom(host, 0)) > 0));

test('an address that is not ours is refused with HOST in the sentence', async () => {
  await assert.rejects(freePortFrom('203.0.113.7', 4000), /HOST/);
});
