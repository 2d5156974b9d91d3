import { Injectable } from '@nestjs/common';
import type { OutageState } from '@pupitre/shared/outage/outage.contract';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';

export interface OutageVisit {
  readonly day: string;
  readonly startMin: number;
  readonly usedName: string;
  readonly birthName: string;
  readonly firstName: string;
  readonly birthDate: string;
  readonly phone: string | null;
  readonly motif: string;
  readonly urgent: boolean;
  readonly note: string;
}

export interface OutageColumn {
  readonly name: string;
  readonly visits: readonly OutageVisit[];
}

export interface OutageFacts {
  readonly practiceName: string;
  readonly practicePhone: string;
  readonly zone: string;
  /** In the order of the agenda, those without visits left out. */
  readonly columns: readonly OutageColumn[];
}

type Fault = NonNullable<OutageState['fault']>;
type StateRow = Omit<OutageState, 'writtenAt' | 'triedAt'> & { writtenAt: Date | null; triedAt: Date };

const visitJson = `json_build_object('day', a.local_day, 'startMin', a.start_min, 'usedName', t.used_name,
  'birthName', t.birth_name, 'firstName', t.first_name, 'birthDate', t.birth_date, 'phone', t.phone,
  'motif', m.name, 'urgent', a.urgent, 'note', a.note)`;

@Injectable()
export class OutageRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Visits still to be seen that begin between two instants, of every column. */
  async read(since: Date, until: Date): Promise<OutageFacts> {
    const { manager, practiceId } = this.unitOfWork;
    const [practice] = await manager.query<Omit<OutageFacts, 'columns'>[]>(
      'select name as "practiceName", phone as "practicePhone", zone from practice where practice_id = $1',
      [practiceId],
    );
    if (!practice) throw new DomainError('resource.not_found');
    const columns = await manager.query<OutageColumn[]>(
      `select r.name, json_agg(${visitJson} order by a.starts_at, t.used_name, a.id) as visits
         from appointment a
         join resource r on r.practice_id = $1 and r.id = a.resource_id
         join patient t on t.practice_id = $1 and t.id = a.patient_id
         join motif m on m.practice_id = $1 and m.id = a.motif_id
        where a.practice_id = $1 and a.starts_at >= $2 and a.starts_at < $3
          and a.local_day between $2::date - 1 and $3::date + 1
          and a.status in ('requested', 'booked', 'confirmed', 'arrived', 'in_consultation')
        group by r.id, r.name, r.position
        order by r.position, r.id`,
      [practiceId, since, until],
    );
    return { ...practice, columns };
  }

  async state(): Promise<OutageState> {
    const { manager, practiceId } = this.unitOfWork;
    const [row] = await manager.query<StateRow[]>(
      `select written_at as "writtenAt", columns, visits, tried_at as "triedAt", fault
         from outage_sheet where practice_id = $1`,
      [practiceId],
    );
    if (!row) return { writtenAt: null, columns: 0, visits: 0, triedAt: null, fault: null };
    return { ...row, writtenAt: row.writtenAt?.toISOString() ?? null, triedAt: row.triedAt.toISOString() };
  }

  async noteWritten(at: Date, columns: number, visits: number): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    await manager.query(
      `insert into outage_sheet (practice_id, written_at, tried_at, columns, visits) values ($1, $2, $2, $3, $4)
       on conflict (practice_id) do update
         set written_at = excluded.written_at, tried_at = excluded.tried_at, columns = excluded.columns,
             visits = excluded.visits, fault = null`,
      [practiceId, at, columns, visits],
    );
  }

  /** What was written before stands. */
  async noteFault(at: Date, fault: Fault): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    await manager.query(
      `insert into outage_sheet (practice_id, tried_at, fault) values ($1, $2, $3)
       on conflict (practice_id) do update set tried_at = excluded.tried_at, fault = excluded.fault`,
      [practiceId, at, fault],
    );
  }
}
