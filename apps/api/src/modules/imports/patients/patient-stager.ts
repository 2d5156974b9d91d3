import { setImmediate } from 'node:timers/promises';
import { communeKeys, type KnownCommune, matchCommune } from '@pupitre/shared/import/commune-match';
import { type CsvRecord, CsvRecords } from '@pupitre/shared/import/csv-records';
import type { ImportReason } from '@pupitre/shared/import/import.contract';
import type { FileDelimiter } from '@pupitre/shared/import/import-codes';
import { type PatientRow, type RowContext, type RowTraits, readPatientRow } from '@pupitre/shared/import/patient-row';
import { type EarlierLine, type LineVerdict, verdictOf } from '@pupitre/shared/import/patient-verdict';
import { searchKeysOf } from '@pupitre/shared/patients/search-keys';
import { isRealDay, type LocalDay } from '@pupitre/shared/time/zone';
import { v7 as uuid } from 'uuid';
import type { ImportFile } from '../import-file.repository.js';
import type { Chunk, Stager } from '../import-kind.js';
import type { StagedLine } from '../import-line.repository.js';
import type { ComparedPatient, KnownPatientRepository, Sought } from './known-patient.repository.js';

/** Lines a transaction: a screen sees it move several times a second, and another request never waits long. */
const chunkLines = 250;
/** Lines worked on before requests have their turn: a few milliseconds. */
const linesAtOnce = 20;
/** A cell kept for the list of what was not imported. */
const longestCell = 2_000;

interface ReadLine {
  readonly record: CsvRecord;
  readonly row: PatientRow | null;
}

/** Records into staged lines. Holds one chunk, never the file. */
export class PatientStager implements Stager {
  private readonly records: CsvRecords;
  private waiting: CsvRecord[] = [];

  constructor(
    private readonly known: KnownPatientRepository,
    private readonly file: Pick<ImportFile, 'id' | 'run' | 'columns'>,
    private readonly headLine: number,
    delimiter: FileDelimiter,
    private readonly context: RowContext,
  ) {
    this.records = new CsvRecords(delimiter);
  }

  *push(text: string): Generator<Chunk> {
    yield* this.take(this.records.push(text));
  }

  *end(): Generator<Chunk> {
    yield* this.take(this.records.end());
    if (this.waiting.length > 0) yield this.chunk();
  }

  private *take(records: Iterable<CsvRecord>): Generator<Chunk> {
    for (const record of records) {
      if (record.line <= this.headLine) continue;
      this.waiting.push(record);
      if (this.waiting.length >= chunkLines) yield this.chunk();
    }
  }

  private chunk(): Chunk {
    const records = this.waiting;
    this.waiting = [];
    return { lastLine: records.at(-1)?.line ?? 0, stage: () => this.stage(records) };
  }

  private async stage(records: readonly CsvRecord[]): Promise<StagedLine[]> {
    const lines = await unhurried(records, (record): ReadLine => {
      const row = record.fault ? null : readPatientRow(record.cells, this.file.columns, this.context);
      return { record, row };
    });
    const people = soughtBy(lines);
    const patients = grouped(await this.known.bornOn(people), ({ birthDate }) => birthDate);
    const before = await this.known.linesBornOn(this.file, records[0]?.line ?? 0, people);
    const earlier = grouped(before, ({ traits }) => traits.birthDate);
    const rows = lines.flatMap(({ row }) => row ?? []);
    const sought = rows.flatMap(({ home, birthPlace }) => [home, birthPlace].flatMap((each) => each ?? []));
    const communes = await this.known.communes(communeKeys(sought));
    return unhurried(lines, (line) => this.judge(line, patients, earlier, communes));
  }

  private judge(
    { record, row }: ReadLine,
    patients: Map<LocalDay, ComparedPatient[]>,
    earlier: Map<LocalDay, EarlierLine[]>,
    communes: readonly KnownCommune[],
  ): StagedLine {
    if (!row) return refusedLine(record, [{ code: record.fault ?? 'line_not_text' }], null);
    const placed = withCommunes(row, communes);
    const { traits } = placed;
    if (!traits) return refusedLine(record, placed.reasons, placed.shown);
    const near = <T>(known: Map<LocalDay, T[]>) => nearDays(traits.birthDate).flatMap((day) => known.get(day) ?? []);
    const candidates = near(patients);
    const verdict = verdictOf(placed, candidates, near(earlier), this.context.today);
    if (verdict.verdict !== 'refuse') {
      append(earlier, traits.birthDate, { line: record.line, traits });
    }
    return stagedLine(
      record,
      placed,
      traits,
      verdict,
      candidates.find(({ id }) => id === verdict.twinId),
    );
  }
}

function stagedLine(
  record: CsvRecord,
  row: PatientRow,
  traits: RowTraits,
  { verdict, reasons, twinId, twinLine, fills }: LineVerdict,
  twin: ComparedPatient | undefined,
): StagedLine {
  const makes = verdict === 'create' || verdict === 'doubtful';
  const completes = twin && fills.phone ? searchKeysOf({ ...twin, phone: fills.phone }) : [];
  const keys = makes ? searchKeysOf(traits) : completes.filter(({ kind }) => kind === 'phone');
  return {
    line: record.line,
    verdict,
    reasons,
    // The source is kept for what may have to be mended by hand; the rest is in the content.
    cells: verdict === 'doubtful' ? cut(record.cells) : [],
    shown: { ...row.shown, ...(twin ? { twinVersion: twin.version } : {}) },
    content: traits,
    birthDate: traits.birthDate,
    newId: makes ? uuid() : null,
    keys: keys.map(({ key }) => key),
    keyKinds: keys.map(({ kind }) => kind),
    twinId,
    twinLine,
    fills,
  };
}

function refusedLine(record: CsvRecord, reasons: readonly ImportReason[], shown: object | null): StagedLine {
  return {
    ...{ line: record.line, verdict: 'refuse', reasons, cells: cut(record.cells), shown, content: null },
    ...{ birthDate: null, newId: null, keys: [], keyKinds: [], twinId: null, twinLine: null, fills: {} },
  };
}

/** The process that stages a file serves desks too. */
async function unhurried<T, R>(items: readonly T[], act: (item: T) => R): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) {
    if (results.length % linesAtOnce === 0) await setImmediate();
    results.push(act(item));
  }
  return results;
}

/** No database stores a NUL or half a character. */
function cut(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.slice(0, longestCell).replace(/\0|\p{Cs}/gu, ''));
}

function withCommunes(row: PatientRow, communes: readonly KnownCommune[]): PatientRow {
  const { traits, home, birthPlace } = row;
  if (!traits) return row;
  const communeCode = home ? matchCommune(home, communes, 'home') : null;
  const birthPlaceCode = birthPlace ? matchCommune(birthPlace, communes, 'birth') : null;
  const reasons = [...row.reasons];
  if (home?.name && !communeCode) reasons.push({ code: 'commune_unknown', value: home.name });
  if (birthPlace && !birthPlaceCode) reasons.push({ code: 'birth_place_unknown', value: birthPlace.name });
  return { ...row, reasons, traits: { ...traits, communeCode, birthPlaceCode } };
}

/** The day, and the one whose day and month are exchanged. */
function nearDays(day: LocalDay): LocalDay[] {
  const other = `${day.slice(0, 4)}-${day.slice(8, 10)}-${day.slice(5, 7)}`;
  return other !== day && isRealDay(other) ? [day, other] : [day];
}

function soughtBy(lines: readonly ReadLine[]): Sought {
  const traits = lines.flatMap(({ row }) => row?.traits ?? []);
  return {
    days: [...new Set(traits.flatMap(({ birthDate }) => nearDays(birthDate)))],
    birthNames: [...new Set(traits.map(({ birthName }) => birthName))],
  };
}

function grouped<T>(rows: readonly T[], dayOf: (row: T) => LocalDay): Map<LocalDay, T[]> {
  const groups = new Map<LocalDay, T[]>();
  for (const row of rows) append(groups, dayOf(row), row);
  return groups;
}

function append<T>(groups: Map<LocalDay, T[]>, day: LocalDay, row: T): void {
  const group = groups.get(day);
  if (group) group.push(row);
  else groups.set(day, [row]);
}
