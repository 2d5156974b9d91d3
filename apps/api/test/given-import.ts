import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ImportLine, ImportView } from '@pupitre/shared/import/import.contract';
import { partBytes, partCount } from '@pupitre/shared/import/import-codes';
import type { Desk } from './desk.js';

/** A file in the shape of other software: fictional people, phones of the ranges kept for fiction. */
export function importFixture(name: string): Buffer {
  return readFileSync(path.join(import.meta.dirname, 'fixtures/imports', name));
}

/** A person moving a file in, step by step as the screen does. */
export class Mover {
  constructor(readonly desk: Desk) {}

  async upload(content: Buffer | string, fileName = 'patients.csv', kind = 'patients'): Promise<string> {
    const bytes = Buffer.from(content);
    const begun = await this.desk.post('/imports', { kind, fileName, bytes: bytes.length });
    if (begun.status !== 201) throw new Error(`not begun: ${begun.status} ${JSON.stringify(begun.body)}`);
    const { id } = begun.body as ImportView;
    for (let part = 0; part < partCount(bytes.length); part += 1) {
      const sent = await this.sendPart(id, part, bytes.subarray(part * partBytes, (part + 1) * partBytes));
      if (sent.status !== 204) throw new Error(`part ${part}: ${sent.status} ${JSON.stringify(sent.body)}`);
    }
    return id;
  }

  sendPart(id: string, part: number, bytes: Buffer) {
    return this.desk
      .raw('put', `/practices/${this.desk.practiceId}/imports/${id}/parts/${part}`)
      .set('content-type', 'application/octet-stream')
      .send(bytes);
  }

  /** Sent, checked, and the check over. */
  async check(content: Buffer | string, kind = 'patients'): Promise<ImportView> {
    const id = await this.upload(content, 'patients.csv', kind);
    const asked = await this.desk.post(`/imports/${id}/check`);
    if (asked.status !== 200) throw new Error(`not checked: ${asked.status} ${JSON.stringify(asked.body)}`);
    return this.settled(id);
  }

  async commit(id: string): Promise<ImportView> {
    const asked = await this.desk.post(`/imports/${id}/commit`);
    if (asked.status !== 200) throw new Error(`not committed: ${asked.status} ${JSON.stringify(asked.body)}`);
    return this.settled(id);
  }

  async undo(id: string): Promise<ImportView> {
    const asked = await this.desk.post(`/imports/${id}/undo`);
    if (asked.status !== 200) throw new Error(`not undone: ${asked.status} ${JSON.stringify(asked.body)}`);
    return this.settled(id);
  }

  async read(id: string): Promise<ImportView> {
    return (await this.desk.get(`/imports/${id}`)).body as ImportView;
  }

  /** Once no job works on it any more. */
  async settled(id: string): Promise<ImportView> {
    const end = Date.now() + 120_000;
    for (;;) {
      const view = await this.read(id);
      if (!['checking', 'committing', 'undoing'].includes(view.state)) return view;
      if (Date.now() > end) throw new Error(`still ${view.state}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async lines(id: string, filter: object = {}): Promise<ImportLine[]> {
    const reply = await this.desk.post(`/imports/${id}/lines`, { limit: 200, ...filter });
    return (reply.body as { lines: ImportLine[] }).lines;
  }

  decide(id: string, line: number, decision: string | null) {
    return this.desk.put(`/imports/${id}/lines/${line}/decision`, { decision });
  }
}
