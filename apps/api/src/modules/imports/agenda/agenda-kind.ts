import { Injectable } from '@nestjs/common';
import { AgendaListeners } from '../../../platform/acts/agenda-listeners.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { ImportFile } from '../import-file.repository.js';
import { ImportFileReader } from '../import-file-reader.js';
import {
  ChangedSinceCheck,
  type Dependents,
  ImportKinds,
  type ImportKindWork,
  type Recognition,
  type Stager,
  type StoredColumn,
  type Written,
} from '../import-kind.js';
import { AgendaJudge } from './agenda-judge.js';
import { AgendaOverlaps } from './agenda-overlaps.js';
import { AgendaPlaceRepository } from './agenda-place.repository.js';
import { AgendaStager } from './agenda-stager.js';
import { AgendaTakeBackRepository } from './agenda-take-back.repository.js';
import { AgendaWriteRepository } from './agenda-write.repository.js';

/** A live event names so many days at most: its row and its notification stay small. */
const daysAnEvent = 100;

/** Appointments out of a calendar. */
@Injectable()
export class AgendaKind implements ImportKindWork {
  readonly kind = 'appointments';

  constructor(
    kinds: ImportKinds,
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ImportFileReader,
    private readonly judge: AgendaJudge,
    private readonly overlaps: AgendaOverlaps,
    private readonly places: AgendaPlaceRepository,
    private readonly writes: AgendaWriteRepository,
    private readonly takesBack: AgendaTakeBackRepository,
    private readonly agenda: AgendaListeners,
    private readonly clock: Clock,
  ) {
    kinds.register(this);
  }

  /** The columns are those of the list of what was not imported, in the words of the format. */
  async recognise(head: string): Promise<Recognition> {
    if (!/^\s*BEGIN:VCALENDAR\s*$/im.test(head)) return { failure: head.trim() ? 'not_recognised' : 'file_empty' };
    return { failure: null, delimiter: null, columns, headerSignature: null, mappingRemembered: false };
  }

  /** What a calendar does not say is chosen on the preview: its lines wait as refused until then. */
  missingFields(): [] {
    return [];
  }

  async stager(file: ImportFile): Promise<Stager> {
    return new AgendaStager(file, this.reader, this.judge);
  }

  async prepare(): Promise<void> {}

  /** Visits take their places under the columns' locks: bookings of the same moment wait, and are then beside them. */
  async write(file: ImportFile): Promise<Written> {
    const visits = await this.places.chosen(file.id);
    await this.places.lockColumns(await this.writes.columns(file.id));
    const laned = await this.overlaps.lanes(visits);
    if (laned.some(({ lane }) => lane === null)) throw new ChangedSinceCheck();
    const now = this.clock.now();
    await this.writes.writeVisits(file, laned, now);
    const absences = await this.writes.writeAbsences(file, now);
    await this.agenda.tell(await this.writes.stretches(file.id));
    this.tell(await this.writes.days(file.id), absences > 0);
    return { created: laned.length + absences, changed: 0 };
  }

  dependents(file: ImportFile): Promise<Dependents> {
    return this.takesBack.dependents(file.id);
  }

  async takeBack(file: ImportFile): Promise<void> {
    const days = await this.writes.days(file.id);
    const stretches = await this.writes.stretches(file.id);
    await this.takesBack.takeBack(file.id);
    await this.agenda.tell(stretches);
    this.tell(days, true);
  }

  private tell(days: readonly string[], absences: boolean): void {
    for (let from = 0; from < days.length; from += daysAnEvent) {
      this.unitOfWork.announce({ topic: 'appointment', days: days.slice(from, from + daysAnEvent), ids: [] });
    }
    if (absences) this.unitOfWork.announce({ topic: 'practice', days: [], ids: [] });
  }
}

const columns: StoredColumn[] = ['DTSTART', 'TIME', 'SUMMARY'].map((header, index) => ({
  ...{ index, header, field: null, confidence: 'sure' as const },
  ...{ kept: true, examples: [] },
}));
