import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AgendaImport, ImportVisit } from '@pupitre/shared/import/agenda/agenda-import.contract';
import type { ImportView } from '@pupitre/shared/import/import.contract';
import type { Desk } from './desk.js';
import { Mover } from './given-import.js';

/** A calendar in the shape of other software: fictional people, phones of the ranges kept for fiction. */
export function agendaFixture(name: string): Buffer {
  return readFileSync(path.join(import.meta.dirname, 'fixtures/agendas', name));
}

export interface CalendarText {
  readonly uid: string;
  /** `20260303T090000`: on the wall of the practice. */
  readonly start: string;
  readonly minutes?: number;
  readonly summary?: string;
  readonly more?: readonly string[];
}

/** A calendar written for one story. */
export function calendarOf(...events: readonly CalendarText[]): string {
  const lines = events.flatMap(({ uid, start, minutes = 15, summary = 'DUPONT Marie', more = [] }) => [
    ...['BEGIN:VEVENT', `UID:${uid}`, `DTSTART:${start}`, `DURATION:PT${minutes}M`, `SUMMARY:${summary}`, ...more],
    'END:VEVENT',
  ]);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

/** A person moving an agenda in, step by step as the screen does. */
export class AgendaMover {
  readonly mover: Mover;

  constructor(readonly desk: Desk) {
    this.mover = new Mover(desk);
  }

  check(content: Buffer | string): Promise<ImportView> {
    return this.mover.check(content, 'appointments');
  }

  /** Checked, and every event sent to one column. */
  async checkFor(content: Buffer | string, resourceId: string, motifId: string): Promise<ImportView> {
    const { id } = await this.check(content);
    await this.choose(id, { defaultResourceId: resourceId, defaultMotifId: motifId }).expect(200);
    return this.mover.settled(id);
  }

  choose(id: string, body: object) {
    return this.desk.put(`/imports/${id}/agenda`, { assigned: [], ...body });
  }

  async agenda(id: string): Promise<AgendaImport> {
    return (await this.desk.get(`/imports/${id}/agenda`).expect(200)).body as AgendaImport;
  }

  async visits(id: string, filter: object = {}): Promise<ImportVisit[]> {
    const reply = await this.desk.post(`/imports/${id}/visits`, { limit: 200, ...filter }).expect(200);
    return (reply.body as { visits: ImportVisit[] }).visits;
  }

  decide(id: string, line: number, decision: string | null, more: object = {}) {
    return this.desk.put(`/imports/${id}/visits/${line}/decision`, { decision, ...more });
  }
}

/** One line of the preview as a person reads it. */
export function inShort({ day, startMin, durationMin, verdict, reasons, summary }: ImportVisit): string {
  const hour = startMin === null ? '' : ` ${Math.floor(startMin / 60)}:${String(startMin % 60).padStart(2, '0')}`;
  const length = durationMin === null ? '' : ` ${durationMin}`;
  return `${day ?? ''}${hour}${length} ${summary.slice(0, 12)} ${verdict} ${reasons.map(({ code }) => code).join(' ')}`;
}
