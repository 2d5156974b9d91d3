import { type ChildProcess, fork, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, startApi } from './api-under-test.js';
import { type LiveBase, prepareLiveBase } from './live-base.js';
import type { DesksOrder, DesksReport } from './live-desks.js';
import { type Figures, type LiveRow, liveReport } from './live-report.js';
import { floorWriter, productWriter, type Writer } from './live-writers.js';

const deskCounts = [20, 200] as const;
const everyMs = 40;
const cutDesks = 50;
const deafDesks = 20;

interface UnderTest {
  readonly name: string;
  readonly address: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Desks in a process of their own, obeying one order after the other. */
class Desks {
  private readonly child: ChildProcess = fork(path.join(import.meta.dirname, 'live-desks.js'));

  order(order: DesksOrder): Promise<DesksReport> {
    return new Promise((resolve) => {
      this.child.once('message', (answer) => resolve(answer as DesksReport));
      this.child.send(order);
    });
  }

  close(): void {
    this.child.kill();
  }
}

/** `npm run bench -- live [commits]`: the live desks beside a bare LISTEN/NOTIFY and event-stream server. */
export async function runLive(commits: number): Promise<void> {
  console.log('Preparing a practice of two hundred desks…');
  const base = await prepareLiveBase();
  const rows: LiveRow[] = [];
  for (const count of deskCounts) {
    const floor = await startFloor(base);
    rows.push(
      await measure('floor: LISTEN/NOTIFY and event streams', floor, await floorWriter(base), base, { count, commits }),
    );
    const product = await startProduct(base);
    rows.push(await measure('product', product, await productWriter(base), base, { count, commits }));
  }
  const cut = await cutAndCompare(base, commits);
  const deaf = await stopReading(base);
  console.log(liveReport(rows, { ...cut, ...deaf, cutDesks, deafDesks }));
}

interface Load {
  readonly count: number;
  readonly commits: number;
}

async function measure(name: string, server: UnderTest, writer: Writer, base: LiveBase, load: Load): Promise<LiveRow> {
  console.log(`Measuring ${name} with ${load.count} desks…`);
  const desks = new Desks();
  // Warm first, and with the garbage of its start gone: what is counted is what the desks cost.
  await desks.order({ open: openAll(server, base, 10) });
  await tell(writer, 0, 100);
  const before = rssOf(server.pid);
  await desks.order({ open: openAll(server, base, load.count) });
  const sent = await tell(writer, 100, load.commits);
  await wait(500);
  const { heard } = await desks.order({ report: true });
  const after = rssOf(server.pid);
  desks.close();
  await writer.close();
  await server.stop();
  const memoryMb = load.count < 100 ? null : (after - before) / (load.count - 10);
  return { name, count: load.count, ...figuresOf(sent, heard), memoryMb };
}

const openAll = ({ address }: UnderTest, { cookies }: LiveBase, count: number) => ({
  addresses: [address],
  cookies,
  count,
});

/** Answers when each commit was sent. */
async function tell(writer: Writer, from: number, count: number, paceMs = everyMs): Promise<Map<string, number>> {
  const sent = new Map<string, number>();
  for (let at = from; at < from + count; at += 1) {
    sent.set(`act-${at}`, await writer.commit(`act-${at}`));
    await wait(paceMs);
  }
  return sent;
}

function figuresOf(sent: ReadonlyMap<string, number>, heard: DesksReport['heard']): Figures {
  const delays = heard.flatMap((desk) =>
    desk.flatMap(([id, at]) => {
      const committed = sent.get(id);
      return committed === undefined ? [] : [at - committed];
    }),
  );
  delays.sort((a, b) => a - b);
  const at = (share: number) => delays[Math.floor(delays.length * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), lost: heard.length * sent.size - delays.length };
}

/** Fifty lines are cut while acts go on: each desk's log must hold every act all the same. */
async function cutAndCompare(base: LiveBase, commits: number): Promise<{ lost: number; told: number }> {
  console.log(`Cutting ${cutDesks} of 200 connections in the middle…`);
  const product = await startProduct(base);
  const writer = await productWriter(base);
  const desks = new Desks();
  await desks.order({ open: openAll(product, base, 200) });
  const telling = tell(writer, 10_000, commits, 5);
  for (let times = 0; times < 3; times += 1) {
    await wait(commits);
    await desks.order({ cut: cutDesks });
  }
  const sent = await telling;
  await wait(500);
  const { heard } = await desks.order({ report: true });
  desks.close();
  await writer.close();
  await product.stop();
  const lost = heard.reduce((sum, desk) => {
    const ids = new Set(desk.map(([id]) => id));
    return sum + [...sent.keys()].filter((id) => !ids.has(id)).length;
  }, 0);
  return { lost, told: sent.size };
}

/** Desks that never read: what is kept for them is bounded, then they are closed. */
async function stopReading(base: LiveBase): Promise<{ deafOpen: number; deafMb: number }> {
  console.log(`Telling ${deafDesks} desks that never read…`);
  const product = await startProduct(base);
  const writer = await productWriter(base);
  const desks = new Desks();
  await desks.order({ open: openAll(product, base, deafDesks), pause: deafDesks });
  const large = Array.from({ length: 130 }, () => '01a2007f-54ca-7549-8510-284e90b05191').join(' ');
  const before = rssOf(product.pid);
  for (let at = 0; at < 2_000; at += 1) await writer.commit(large);
  const deafMb = rssOf(product.pid) - before;
  const { streams } = await figuresPage(product);
  desks.close();
  await writer.close();
  await product.stop();
  return { deafOpen: streams, deafMb };
}

const metricsToken = 'bench-metrics-token';

async function figuresPage({ address }: UnderTest): Promise<{ streams: number }> {
  const page = `${new URL(address).origin}/api/metrics`;
  const text = await (await fetch(page, { headers: { authorization: `Bearer ${metricsToken}` } })).text();
  return { streams: Number(/^pupitre_live_streams (\d+)/m.exec(text)?.[1]) };
}

async function startProduct(base: LiveBase): Promise<UnderTest> {
  process.env.METRICS_TOKEN = metricsToken;
  const api = await startApi(base.appUrl, '');
  const address = `${api.base}/practices/${base.practiceId}/live`;
  return { name: 'product', address, pid: api.pid, stop: () => api.stop() };
}

async function startFloor(base: LiveBase): Promise<UnderTest> {
  const port = await freePort();
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'live-floor.js')], {
    env: { ...process.env, FLOOR_PORT: String(port), FLOOR_DATABASE: base.appUrl },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const address = `http://127.0.0.1:${port}/`;
  for (let tries = 0; tries < 100; tries += 1) {
    const reply = await fetch(address).catch(() => null);
    await reply?.body?.cancel();
    if (reply) break;
    await wait(50);
  }
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill();
    });
  return { name: 'floor', address, pid: child.pid ?? 0, stop };
}

/** Megabytes of memory a process holds. */
function rssOf(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
