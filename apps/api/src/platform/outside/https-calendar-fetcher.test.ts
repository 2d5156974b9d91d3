import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { LoopbackGate } from '../../../test/loopback-gate.js';
import { HttpsCalendarFetcher } from './https-calendar-fetcher.js';
import { OutsideGate } from './outside-gate.js';

const text = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
const asked: http.IncomingMessage[] = [];
const hopsOf = (path: string) => Number(path.slice('/hop/'.length));

/** A host that answers by the path it is asked for. */
const server = http.createServer((request, reply) => {
  asked.push(request);
  const path = request.url ?? '';
  const redirect = (to: string) => reply.writeHead(302, { location: to }).end();
  if (path === '/same' && request.headers['if-none-match'] === '"v1"') return reply.writeHead(304).end();
  if (path === '/same') return reply.writeHead(200, { etag: '"v1"', 'last-modified': 'Mon, 02 Mar 2026' }).end(text);
  if (path.startsWith('/hop/')) return hopsOf(path) === 0 ? reply.end(text) : redirect(`/hop/${hopsOf(path) - 1}`);
  if (path.startsWith('/to/')) return redirect(decodeURIComponent(path.slice('/to/'.length)));
  if (path.startsWith('/status/')) return reply.writeHead(Number(path.slice('/status/'.length))).end('no');
  if (path === '/big')
    return reply.writeHead(200, { 'content-length': 6 * 1024 * 1024 }).end(Buffer.alloc(6 * 1024 * 1024));
  if (path === '/endless') return pour(reply);
  if (path === '/gzip') return reply.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(text));
  if (path === '/cut') return reply.writeHead(200, { 'content-length': 100 }).write(text, () => reply.destroy());
  return undefined;
});

function pour(reply: http.ServerResponse): void {
  const more = () => {
    if (!reply.destroyed) reply.write(Buffer.alloc(256 * 1024), more);
  };
  more();
}

let origin = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const fetcher = new HttpsCalendarFetcher(new LoopbackGate());
const fetchFrom = (path: string, known: Parameters<HttpsCalendarFetcher['fetch']>[1] = null) =>
  fetcher.fetch(`${origin}${path}`, known);

describe('a calendar is fetched', () => {
  test('with what its host says of it, and not a second time for nothing', async () => {
    const first = await fetchFrom('/same');
    expect(first).toMatchObject({ kind: 'text', etag: '"v1"', lastModified: 'Mon, 02 Mar 2026' });
    expect(first.kind === 'text' && first.bytes.toString()).toBe(text);
    expect(await fetchFrom('/same', { etag: '"v1"', lastModified: null })).toEqual({ kind: 'unchanged' });
  });

  test('over three redirections, not over four', async () => {
    expect((await fetchFrom('/hop/3')).kind).toBe('text');
    expect(await fetchFrom('/hop/4')).toEqual({ kind: 'refused', fault: 'redirected_too_often' });
  });

  test('without a cookie, a name or anything else of ours', async () => {
    asked.length = 0;
    await fetchFrom('/hop/0');
    expect(Object.keys(asked[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  });
});

test.each([
  ['/status/404', 'not_found'],
  ['/status/410', 'not_found'],
  ['/status/401', 'access_denied'],
  ['/status/403', 'access_denied'],
  ['/status/500', 'server_error'],
  ['/status/204', 'server_error'],
  ['/status/304', 'server_error'],
  ['/big', 'too_large'],
  ['/endless', 'too_large'],
  ['/gzip', 'no_calendar'],
  ['/cut', 'unreachable'],
])('%s is refused: %s', async (path, fault) => {
  expect(await fetchFrom(path)).toEqual({ kind: 'refused', fault });
});

test('a host that never answers is left after ten seconds', async () => {
  const timeout = jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort());
  expect(await fetchFrom('/silent')).toEqual({ kind: 'refused', fault: 'too_slow' });
  expect(timeout).toHaveBeenCalledWith(10_000);
  timeout.mockRestore();
});

describe('the way into a network of ours is closed', () => {
  const strict = new HttpsCalendarFetcher(new OutsideGate());
  const forbidden = { kind: 'refused', fault: 'address_forbidden' };

  test.each([
    'https://127.0.0.1/a.ics',
    'https://[::1]/a.ics',
    'https://10.1.2.3/a.ics',
    'https://192.168.1.1/a.ics',
    'https://169.254.169.254/latest/meta-data',
    'https://[fd00::1]/a.ics',
    'https://[fe80::1]/a.ics',
    'https://[::ffff:127.0.0.1]/a.ics',
    'https://[64:ff9b::7f00:1]/a.ics',
    'https://2130706433/a.ics',
    'https://0x7f.1/a.ics',
    'https://0.0.0.0/a.ics',
    // By a name, looked up as the connection is made.
    'https://localhost/a.ics',
    'http://93.184.215.14/a.ics',
    'https://93.184.215.14:8080/a.ics',
    'https://me:secret@93.184.215.14/a.ics',
  ])('%s', async (address) => {
    expect(await strict.fetch(address, null)).toEqual(forbidden);
  });

  test.each(['https://169.254.169.254/', 'https://localhost/a.ics', 'http://10.0.0.1/', 'file:///etc/passwd'])(
    'by a redirection to %s',
    async (target) => {
      expect(await fetchFrom(`/to/${encodeURIComponent(target)}`)).toEqual(forbidden);
    },
  );

  test('public addresses are open', () => {
    const gate = new OutsideGate();
    expect(['93.184.215.14', '2a00:1450:4007:80e::200e'].map((address) => gate.isForbidden(address))).toEqual([
      false,
      false,
    ]);
    expect(['2002:7f00:1::', '2001:0:1::1', 'nothing', ''].map((address) => gate.isForbidden(address))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});
