import { Injectable } from '@nestjs/common';
import type { ImportCounts, ImportLine, ImportReason } from '@pupitre/shared/import/import.contract';
import type { ImportDecision, ImportVerdict } from '@pupitre/shared/import/import-codes';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** A line of the file on its way in. `content` and `shown` belong to the kind. */
export interface StagedLine {
  readonly line: number;
  readonly verdict: ImportVerdict;
  readonly reasons: readonly ImportReason[];
  readonly cells: readonly string[];
  readonly shown: object | null;
  readonly content: object | null;
  readonly birthDate: string | null;
  readonly newId: string | null;
  readonly keys: readonly string[];
  readonly keyKinds: readonly string[];
  readonly twinId: string | null;
  readonly twinLine: number | null;
  readonly fills: object;
}

export interface LineFilter {
  readonly verdict: ImportVerdict | null;
  readonly undecided: boolean;
  readonly afterLine: number;
  readonly limit: number;
}

export type ProblemLine = Pick<StagedLine, 'line' | 'reasons' | 'cells'>;

const linesAtOnce = 500;

interface ImportRun {
  readonly id: string;
  readonly run: string | null;
}

/** A decision outlives a second check as long as it is about the same people. */
const putSql = `
  insert into import_line (practice_id, import_id, run, line, verdict, reasons, cells, shown, content, birth_date, new_id,
    keys, key_kinds, twin_id, twin_line, fills)
  select $1, $2, $3, l.line, l.verdict, l.reasons, l.cells, l.shown, l.content, l."birthDate", l."newId", l.keys,
         l."keyKinds", l."twinId", l."twinLine", l.fills
    from jsonb_to_recordset($4::jsonb) as l(line int, verdict text, reasons jsonb, cells text[], shown jsonb, content jsonb,
      "birthDate" date, "newId" uuid, keys text[], "keyKinds" text[], "twinId" uuid, "twinLine" int, fills jsonb)
  on conflict (practice_id, import_id, line) do update set
    run = excluded.run, verdict = excluded.verdict, reasons = excluded.reasons, cells = excluded.cells,
    shown = excluded.shown, content = excluded.content, birth_date = excluded.birth_date, new_id = excluded.new_id,
    keys = excluded.keys, key_kinds = excluded.key_kinds, twin_id = excluded.twin_id, twin_line = excluded.twin_line,
    fills = excluded.fills,
    decision = case when import_line.verdict = 'doubtful' and excluded.verdict = 'doubtful'
      and import_line.twin_id is not distinct from excluded.twin_id and import_line.content = excluded.content
      then import_line.decision end`;

const lineSql = `
  select l.line, l.verdict, l.decision, l.shown as person, l.reasons, l.twin_id as "twinId",
         array(select jsonb_object_keys(l.fills) order by 1) as fills,
         case when p.id is not null then json_build_object('patientId', p.id, 'birthName', p.birth_name,
           'usedName', p.used_name, 'firstName', p.first_name, 'birthDate', p.birth_date::text) end as twin
    from import_line l
    left join patient p on p.practice_id = l.practice_id and p.id = l.twin_id
   where l.practice_id = $1 and l.import_id = $2 and l.run = $3`;

@Injectable()
export class ImportLineRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async put({ id, run }: ImportRun, lines: readonly StagedLine[]): Promise<void> {
    await this.unitOfWork.manager.query(putSql, [this.unitOfWork.practiceId, id, run, JSON.stringify(lines)]);
  }

  /** In the order of the file. */
  find({ id, run }: ImportRun, filter: LineFilter): Promise<ImportLine[]> {
    return this.unitOfWork.manager.query(
      `${lineSql} and l.line > $4 and ($5::text is null or l.verdict = $5)
          and (not $6 or (l.verdict = 'doubtful' and l.decision is null))
        order by l.line limit $7`,
      [this.unitOfWork.practiceId, id, run, filter.afterLine, filter.verdict, filter.undecided, filter.limit],
    );
  }

  async findOne({ id, run }: ImportRun, line: number): Promise<(ImportLine & { twinId: string | null }) | null> {
    const rows = await this.unitOfWork.manager.query(`${lineSql} and l.line = $4`, [
      this.unitOfWork.practiceId,
      id,
      run,
      line,
    ]);
    return rows[0] ?? null;
  }

  async decide(importId: string, line: number, decision: ImportDecision | null): Promise<void> {
    await this.unitOfWork.manager.query(
      'update import_line set decision = $4 where practice_id = $1 and import_id = $2 and line = $3',
      [this.unitOfWork.practiceId, importId, line, decision],
    );
  }

  async countDecisions({ id, run }: ImportRun): Promise<ImportCounts['decided']> {
    const [row] = await this.unitOfWork.manager.query(
      `select count(*) filter (where decision = 'same')::int as same, count(*) filter (where decision = 'create')::int as create,
              count(*) filter (where decision = 'skip')::int as skip
         from import_line where practice_id = $1 and import_id = $2 and run = $3 and verdict = 'doubtful'`,
      [this.unitOfWork.practiceId, id, run],
    );
    return row;
  }

  /**
   * Refused lines, and doubtful ones that nobody wants in, as they stand in the file. Called inside the unit of work,
   * consumed after it, while the answer is written: the transaction in hand is taken along.
   */
  problems({ id, run }: ImportRun): AsyncGenerator<ProblemLine> {
    const { manager, practiceId } = this.unitOfWork;
    return pages((after) =>
      manager.query(
        `select line, reasons, cells from import_line
          where practice_id = $1 and import_id = $2 and run = $3 and line > $4
            and (verdict = 'refuse' or (verdict = 'doubtful' and coalesce(decision, 'skip') = 'skip'))
          order by line limit ${linesAtOnce}`,
        [practiceId, id, run, after],
      ),
    );
  }

  /** Of earlier checks: a file mapped otherwise may have fewer lines. */
  async deleteOthers({ id, run }: ImportRun): Promise<void> {
    await this.unitOfWork.manager.query(
      'delete from import_line where practice_id = $1 and import_id = $2 and run is distinct from $3',
      [this.unitOfWork.practiceId, id, run],
    );
  }

  async deleteAll(importId: string): Promise<void> {
    await this.unitOfWork.manager.query('delete from import_line where practice_id = $1 and import_id = $2', [
      this.unitOfWork.practiceId,
      importId,
    ]);
  }
}

async function* pages(read: (after: number) => Promise<ProblemLine[]>): AsyncGenerator<ProblemLine> {
  let after = 0;
  for (;;) {
    const rows = await read(after);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < linesAtOnce) return;
    after = last.line;
  }
}
