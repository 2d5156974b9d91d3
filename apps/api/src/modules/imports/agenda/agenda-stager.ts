import { mostEvents } from '@pupitre/shared/import/agenda/agenda-codes';
import type { CalendarEvent } from '@pupitre/shared/import/ics/calendar-event';
import { calendarIndex, indexEvent } from '@pupitre/shared/import/ics/calendar-index';
import { beginCalendar, endCalendar, readCalendarLine } from '@pupitre/shared/import/ics/calendar-reader';
import { partCount } from '@pupitre/shared/import/import-codes';
import { IcsLines } from '../../../platform/ics/ics-lines.js';
import type { ImportFile } from '../import-file.repository.js';
import type { ImportFileReader } from '../import-file-reader.js';
import { type Chunk, type Stager, TooManyLines } from '../import-kind.js';
import type { StagedLine } from '../import-line.repository.js';
import { type AgendaJudge, addTraits } from './agenda-judge.js';
import type { AgendaReading, TraitCounts } from './agenda-reading.js';

/** Events a transaction: a series may be eight hundred lines, a chunk then a few thousand. */
const chunkEvents = 100;
const chunkLines = 500;

/**
 * A calendar is read twice. First what must be known of the whole before any event is judged: which version of an event
 * counts, what replaces the members of a series, the zones, the calendars. Then event after event into lines. One part
 * of the file and one chunk are held; of the rest a hundred bytes an event.
 */
export class AgendaStager implements Stager {
  private readonly index = calendarIndex();
  private readonly traits: TraitCounts = new Map();
  private readonly first: Pass;
  private readonly second: Pass;
  private reading: AgendaReading | null = null;
  private line = 0;

  constructor(
    private readonly file: ImportFile,
    reader: ImportFileReader,
    private readonly judge: AgendaJudge,
  ) {
    this.first = new Pass(file, reader);
    this.second = new Pass(file, reader);
  }

  /** The decoded text is of no use here: calendars fold their lines by bytes. */
  *push(): Generator<Chunk> {
    if (!this.first.isOver) yield { lastLine: 0, stage: () => this.indexPart() };
  }

  *end(): Generator<Chunk> {
    while (!this.first.isOver) yield { lastLine: 0, stage: () => this.indexPart() };
    yield { lastLine: 0, stage: () => this.prepare() };
    while (!this.second.isOver) yield this.visits();
    yield { lastLine: this.second.lastLine, stage: () => this.judge.markOverlaps(this.file.id).then(() => []) };
  }

  private async indexPart(): Promise<StagedLine[]> {
    for (const event of await this.first.nextPart()) {
      indexEvent(this.index, event);
      addTraits(this.traits, event);
    }
    if (this.first.events > mostEvents) throw new TooManyLines();
    return [];
  }

  private async prepare(): Promise<StagedLine[]> {
    this.reading = await this.judge.begin(this.file.id, this.index, this.first.zones, this.traits, this.first.events);
    return [];
  }

  private visits(): Chunk {
    const pass = this.second;
    return {
      get lastLine() {
        return pass.lastLine;
      },
      stage: async () => {
        if (!this.reading) throw new Error('events are judged before the file is known');
        const staged: StagedLine[] = [];
        while (!pass.isOver && staged.length < chunkLines) {
          const events = await pass.next(chunkEvents);
          const lines = await this.judge.stage(this.reading, events, this.line);
          this.line += lines.length;
          staged.push(...lines);
        }
        if (pass.isOver) await this.judge.finish(this.reading);
        return staged;
      },
    };
  }
}

/** One reading of the file, part by part; parts are read in whatever transaction asks. */
class Pass {
  private readonly lines = new IcsLines();
  private readonly calendar = beginCalendar();
  private waiting: CalendarEvent[] = [];
  private part = 0;
  lastLine = 0;

  constructor(
    private readonly file: ImportFile,
    private readonly reader: ImportFileReader,
  ) {}

  get isOver(): boolean {
    return this.part > partCount(this.file.bytes) && this.waiting.length === 0;
  }

  get zones() {
    return this.calendar.zones;
  }

  get events(): number {
    return this.calendar.events;
  }

  /** Events that end in the next part; after the last part, the one that no line ends. */
  async nextPart(): Promise<CalendarEvent[]> {
    const isLast = this.part >= partCount(this.file.bytes);
    const lines = isLast ? this.lines.end() : this.lines.push(await this.reader.part(this.file, this.part));
    this.part += 1;
    const events: CalendarEvent[] = [];
    for (const line of lines) {
      this.lastLine = line.number;
      const event = readCalendarLine(this.calendar, line);
      if (event) events.push(event);
    }
    const last = isLast ? endCalendar(this.calendar) : null;
    return last ? [...events, last] : events;
  }

  async next(most: number): Promise<CalendarEvent[]> {
    while (this.waiting.length < most && this.part <= partCount(this.file.bytes)) {
      this.waiting.push(...(await this.nextPart()));
    }
    return this.waiting.splice(0, most);
  }
}
