import { Injectable } from '@nestjs/common';
import type {
  WaitingEdit,
  WaitingEntry,
  WaitingRequest,
  WaitingState,
} from '@pupitre/shared/planning/waiting-list.contract';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import { AgendaScope } from '../agenda-scope.js';
import { entryOf, entryTables, seenBy, suitingColumns } from './waiting-entry.sql.js';

export interface WaitingFilter {
  readonly state: 'waiting' | 'closed';
  readonly motifId?: string | undefined;
  readonly resourceId?: string | undefined;
  readonly urgency?: string | undefined;
}

/** What a change of an entry begins from. */
export interface StoredEntry extends WaitingEdit {
  readonly id: string;
  readonly patientId: string;
  readonly state: WaitingState;
  readonly version: number;
}

/** How a wait ended; `waiting`: it goes on. */
export interface WaitEnd {
  readonly state: WaitingState;
  readonly reason?: string;
  readonly appointmentId?: string;
  readonly actId?: string | undefined;
}

const mostEntries = 500;
const unknown = () => new DomainError('resource.not_found');
const unknownIds = {
  waiting_entry_practice_id_patient_id: unknown,
  waiting_entry_practice_id_motif_id: unknown,
  waiting_entry_practice_id_appointment_id: unknown,
  waiting_entry_resource_practice_id_resource_id: unknown,
};

@Injectable()
export class WaitingListRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: AgendaScope,
    private readonly clock: Clock,
  ) {}

  async insert(request: WaitingRequest): Promise<string> {
    const { practiceId, actor } = this.unitOfWork;
    const id = uuid();
    await this.unitOfWork.translate(unknownIds, (manager) =>
      manager.query(
        `insert into waiting_entry (practice_id, id, motif_id, duration_min, from_day, to_day, times, notice_min,
            urgency, appointment_id, note, patient_id, since, added_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
        [practiceId, id, ...valuesOf(request), request.patientId, this.clock.now(), actor.displayName],
      ),
    );
    await this.writeColumns(id, request.resourceIds);
    return id;
  }

  async update(id: string, edit: WaitingEdit): Promise<void> {
    await this.unitOfWork.translate(unknownIds, (manager) =>
      manager.query(
        `update waiting_entry set motif_id = $3, duration_min = $4, from_day = $5, to_day = $6, times = $7,
            notice_min = $8, urgency = $9, appointment_id = $10, note = $11, version = version + 1
          where practice_id = $1 and id = $2`,
        [this.unitOfWork.practiceId, id, ...valuesOf(edit)],
      ),
    );
    await this.unitOfWork.manager.query('delete from waiting_entry_resource where practice_id = $1 and entry_id = $2', [
      this.unitOfWork.practiceId,
      id,
    ]);
    await this.writeColumns(id, edit.resourceIds);
  }

  async end(id: string, { state, reason, appointmentId, actId }: WaitEnd): Promise<void> {
    await this.unitOfWork.manager.query(
      `update waiting_entry set state = $3, closed_reason = $4, booked_appointment_id = $5, booked_act_id = $6,
          closed_at = $7, version = version + 1
        where practice_id = $1 and id = $2`,
      [
        ...[this.unitOfWork.practiceId, id, state, reason ?? null, appointmentId ?? null, actId ?? null],
        state === 'waiting' ? null : this.clock.now(),
      ],
    );
  }

  /** Reads for a change: the row stays ours until the transaction ends. */
  async getForChange(id: string): Promise<StoredEntry> {
    const rows: StoredEntry[] = await this.unitOfWork.manager.query(
      `select e.id, e.patient_id as "patientId", e.motif_id as "motifId", e.duration_min as "durationMin",
          e.from_day::text as "fromDay", e.to_day::text as "toDay", e.times, e.notice_min as "noticeMin", e.urgency,
          e.appointment_id as "appointmentId", e.note, e.state, e.version,
          array(select w.resource_id from waiting_entry_resource w
                 where w.practice_id = $1 and w.entry_id = e.id order by w.resource_id) as "resourceIds"
         from waiting_entry e where e.practice_id = $1 and e.id = $2 and ${seenBy('$3')} for update of e`,
      [this.unitOfWork.practiceId, id, this.scope.resourceIds],
    );
    if (!rows[0]) throw unknown();
    return rows[0];
  }

  async get(id: string): Promise<WaitingEntry> {
    const [entry] = await this.find('e.id = $4', [id], 1);
    if (!entry) throw unknown();
    return entry;
  }

  /** Those of these ids whom the caller may see, in no order. */
  findAll(ids: readonly string[]): Promise<WaitingEntry[]> {
    return this.find('e.id = any ($4::uuid[])', [ids], ids.length);
  }

  async list({ state, motifId, resourceId, urgency }: WaitingFilter): Promise<{
    entries: WaitingEntry[];
    total: number;
  }> {
    const [row] = await this.unitOfWork.manager.query(
      `with seen as materialized (
         select e.* from waiting_entry e
          where e.practice_id = $1 and ${state === 'waiting' ? `e.state = 'waiting'` : `e.state <> 'waiting'`}
            and ($4::uuid is null or e.motif_id = $4) and ($5::text is null or e.urgency = $5)
            and ${seenBy('$2')} and ($6::uuid is null or exists (${suitingColumns} and mr.resource_id = $6))),
       page as (select * from seen e order by ${orderOf(state)} limit ${mostEntries})
       select (select count(*)::int from seen) as total,
         (select coalesce(json_agg(${entryOf('$2', '$3')} order by ${orderOf(state)}), '[]')
            from ${entryTables.replace('waiting_entry e', 'page e')}) as entries`,
      [
        ...[this.unitOfWork.practiceId, this.scope.resourceIds, this.clock.now(), motifId ?? null, urgency ?? null],
        resourceId ?? null,
      ],
    );
    return row;
  }

  /** Others who wait, of the same patient and for the same motif. */
  findAlike(id: string, patientId: string, motifId: string): Promise<{ id: string; since: string }[]> {
    return this.unitOfWork.manager.query(
      `select e.id, to_json(e.since) #>> '{}' as since from waiting_entry e
        where e.practice_id = $1 and e.patient_id = $2 and e.motif_id = $3 and e.state = 'waiting' and e.id <> $4
          and ${seenBy('$5')}
        order by e.since`,
      [this.unitOfWork.practiceId, patientId, motifId, id, this.scope.resourceIds],
    );
  }

  async findPhone(patientId: string): Promise<string | null> {
    const rows = await this.unitOfWork.manager.query('select phone from patient where practice_id = $1 and id = $2', [
      this.unitOfWork.practiceId,
      patientId,
    ]);
    return rows[0]?.phone ?? null;
  }

  private async find(condition: string, parameters: readonly unknown[], most: number): Promise<WaitingEntry[]> {
    const rows: { entry: WaitingEntry }[] = await this.unitOfWork.manager.query(
      `select ${entryOf('$2', '$3')} as entry from ${entryTables}
        where e.practice_id = $1 and ${condition} and ${seenBy('$2')} limit ${most}`,
      [this.unitOfWork.practiceId, this.scope.resourceIds, this.clock.now(), ...parameters],
    );
    return rows.map(({ entry }) => entry);
  }

  private async writeColumns(id: string, resourceIds: readonly string[]): Promise<void> {
    if (resourceIds.length === 0) return;
    await this.unitOfWork.translate(unknownIds, (manager) =>
      manager.query(
        `insert into waiting_entry_resource (practice_id, entry_id, resource_id)
         select distinct $1::uuid, $2::uuid, id from unnest($3::uuid[]) as id`,
        [this.unitOfWork.practiceId, id, resourceIds],
      ),
    );
  }
}

const orderOf = (state: 'waiting' | 'closed') =>
  state === 'waiting'
    ? `array_position(array['urgent', 'soon', 'normal'], e.urgency), e.since, e.id`
    : 'e.closed_at desc, e.id';

function valuesOf(wish: WaitingEdit): unknown[] {
  const { motifId, durationMin, fromDay, toDay, times, noticeMin, urgency, appointmentId, note } = wish;
  return [motifId, durationMin, fromDay, toDay, JSON.stringify(times), noticeMin, urgency, appointmentId, note];
}
