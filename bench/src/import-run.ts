import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { patientsCsv } from '@pupitre/seeds/patients-csv';
import { partBytes, partCount } from '@pupitre/shared/import/import-codes';
import { type ApiUnderTest, startApi } from './api-under-test.js';
import { appUrl, type Load, prepareLoad } from './bench-database.js';

const practiceSize = { practitioners: 4, pastDays: 20, futureDays: 20, unpaidDays: 1, perDay: 30, patients: 2_000 };
const lookEveryMs = 50;

interface Step {
  readonly name: string;
  readonly seconds: number;
  /** Milliseconds a desk waited for its patients meanwhile. */
  readonly median: number;
  readonly p95: number;
  readonly slowest: number;
}

/**
 * `npm run bench -- import [patients]`: a file checked, written, checked again and taken back, by the built API with its
 * jobs inside, while a desk searches every 50 ms; and the memory the API took.
 */
export async function runImport(patients: number): Promise<void> {
  console.log('Filling the database…');
  const load = await prepareLoad(practiceSize);
  const file = Buffer.from(patientsCsv(patients));
  const api = await startApi(appUrl(), load.adminToken);
  try {
    await wait(1_000);
    const before = await memory(api, 'VmRSS');
    const mover = new Mover(api, load);
    const idle = await mover.during('nothing else', () => wait(3_000));
    const first = await mover.upload(file);
    const steps = [
      idle,
      await mover.during('check', () => mover.ask(first, 'check', 'checked')),
      await mover.during('write', () => mover.ask(first, 'commit', 'committed')),
    ];
    const again = await mover.upload(file);
    steps.push(
      await mover.during('check of the same file again', () => mover.ask(again, 'check', 'checked')),
      await mover.during('take back', () => mover.ask(first, 'undo', 'undone')),
    );
    console.log(`${patients} patients, ${(file.length / 1e6).toFixed(1)} MB`);
    console.table(steps);
    console.log(`memory of the API: ${before} MB before, ${await memory(api, 'VmHWM')} MB at most`);
  } finally {
    await api.stop();
  }
}

/** An administrator who moves a file in, and a desk that searches meanwhile. */
class Mover {
  constructor(
    private readonly api: ApiUnderTest,
    private readonly load: Load,
  ) {}

  async upload(file: Buffer): Promise<string> {
    const begun = { kind: 'patients', fileName: 'patients.csv', bytes: file.length };
    const { id } = (await this.call('POST', '', begun)) as { id: string };
    for (let part = 0; part < partCount(file.length); part += 1) {
      await this.call('PUT', `/${id}/parts/${part}`, file.subarray(part * partBytes, (part + 1) * partBytes));
    }
    return id;
  }

  async ask(id: string, act: string, until: string): Promise<void> {
    await this.call('POST', `/${id}/${act}`, {});
    for (;;) {
      const { state, failure } = (await this.call('GET', `/${id}`)) as { state: string; failure: string | null };
      if (state === until) return;
      if (failure) throw new Error(`${act}: ${state}, ${failure}`);
      await wait(200);
    }
  }

  async during(name: string, act: () => Promise<unknown>): Promise<Step> {
    const waited: number[] = [];
    const ending = new AbortController();
    const desk = this.search(waited, ending.signal);
    const start = performance.now();
    await act();
    const seconds = Math.round((performance.now() - start) / 100) / 10;
    ending.abort();
    await desk;
    waited.sort((a, b) => a - b);
    const at = (share: number) => Math.round(waited[Math.floor((waited.length - 1) * share)] ?? 0);
    return { name, seconds, median: at(0.5), p95: at(0.95), slowest: at(1) };
  }

  private async search(waited: number[], signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const start = performance.now();
      const status = await this.api.call('POST', `/practices/${this.load.practiceId}/patients/search`, {
        text: 'martin',
      });
      if (status !== 200) throw new Error(`a desk was refused: ${status}`);
      waited.push(performance.now() - start);
      await wait(lookEveryMs);
    }
  }

  private async call(method: string, path: string, body?: object): Promise<unknown> {
    const isBytes = body instanceof Uint8Array;
    const reply = await fetch(`${this.api.base}/practices/${this.load.practiceId}/imports${path}`, {
      method,
      headers: {
        cookie: `__Host-pupitre=${this.load.adminToken}`,
        'idempotency-key': crypto.randomUUID(),
        ...(body ? { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' } : {}),
      },
      ...(body ? { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) } : {}),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  }
}

/** Megabytes, as the kernel counts them. */
async function memory({ pid }: ApiUnderTest, line: 'VmRSS' | 'VmHWM'): Promise<number> {
  const [, kilobytes] = new RegExp(`${line}:\\s+(\\d+)`).exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes ?? 0) / 1024);
}
