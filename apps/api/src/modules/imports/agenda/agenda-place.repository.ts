import { Injectable } from '@nestjs/common';
import type { HeldSpan } from '@pupitre/shared/import/agenda/lanes';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

export interface PlacedVisit {
  readonly line: number;
  readonly resourceId: string;
  readonly start: number;
  readonly end: number;
}

const milliseconds = (instant: string) => `(extract(epoch from ${instant}) * 1000)::float8`;

/** Who holds which time: of the columns, and of the lines on their way there. Times are milliseconds. */
@Injectable()
export class AgendaPlaceRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What may become a visit: certain lines, and doubtful ones whatever is decided. */
  proposed(importId: string): Promise<PlacedVisit[]> {
    return this.select(importId, `and verdict in ('create', 'doubtful') and standing_starts_at is null`);
  }

  /** What becomes a visit. */
  chosen(importId: string): Promise<PlacedVisit[]> {
    return this.select(importId, `and (verdict = 'create' or decision = 'link')`);
  }

  standing(resourceId: string, from: number, to: number): Promise<(HeldSpan & { lane: number })[]> {
    const { manager, practiceId } = this.unitOfWork;
    return manager.query(
      `select ${milliseconds('lower(span)')} as start, ${milliseconds('upper(span)')} as end, lane from claim
        where practice_id = $1 and resource_id = $2 and span && tstzrange($3, $4)`,
      [practiceId, resourceId, new Date(from), new Date(to)],
    );
  }

  /** The same turn a booking waits for, in the same order. */
  async lockColumns(resourceIds: readonly string[]): Promise<void> {
    await this.unitOfWork.manager.query(
      'select pg_advisory_xact_lock(hashtextextended(r, 7)) from unnest($1::text[]) with ordinality u(r, n) order by n',
      [[...new Set(resourceIds)].sort()],
    );
  }

  async markOverlapping(importId: string, lines: readonly number[]): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    await manager.query(
      `update import_visit set overlapping = (line = any ($3::int[]))
        where practice_id = $1 and import_id = $2 and overlapping <> (line = any ($3::int[]))`,
      [practiceId, importId, lines],
    );
  }

  private select(importId: string, which: string): Promise<PlacedVisit[]> {
    const { manager, practiceId } = this.unitOfWork;
    return manager.query(
      `select line, resource_id as "resourceId", ${milliseconds('starts_at')} as start, ${milliseconds('ends_at')} as end
         from import_visit
        where practice_id = $1 and import_id = $2 and resource_id is not null and start_min is not null
          and duration_min between 5 and 720 ${which}
        order by starts_at, line`,
      [practiceId, importId],
    );
  }
}
