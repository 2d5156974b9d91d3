import { Injectable } from '@nestjs/common';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { AppointmentEntity } from './appointment.entity.js';
import { cardOf, cardTables } from './appointment-card.sql.js';
import { ClaimRepository, type PlaceClaim } from './claim.repository.js';

/** A visit as it stands, with the places it has. */
export type VisitForChange = AppointmentEntity & { readonly claims: readonly PlaceClaim[] };

export type AppointmentChange = Partial<
  Omit<AppointmentEntity, 'practiceId' | 'id' | 'version' | 'createdBy' | 'createdAt'>
>;

@Injectable()
export class AppointmentRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly claims: ClaimRepository,
  ) {}

  async insert(appointments: readonly AppointmentEntity[]): Promise<void> {
    await this.unitOfWork.translate(
      {
        appointment_practice_id_patient_id: () => new DomainError('resource.not_found'),
        appointment_practice_id_motif_id: () => new DomainError('resource.not_found'),
      },
      (manager) => manager.insert(AppointmentEntity, [...appointments]),
    );
  }

  /** Reads for a change: the row stays ours until the transaction ends. */
  async getForChange(id: string): Promise<VisitForChange> {
    const found = await this.unitOfWork.manager
      .createQueryBuilder(AppointmentEntity, 'a')
      .where('a.practice_id = :practiceId and a.id = :id', { practiceId: this.unitOfWork.practiceId, id })
      .setLock('pessimistic_write')
      .getOne();
    if (!found) throw new DomainError('resource.not_found');
    return Object.assign(found, { claims: await this.claims.placesOf(id) });
  }

  /** Writes the change and raises the version. */
  async change(appointment: AppointmentEntity, change: AppointmentChange): Promise<AppointmentEntity> {
    const version = appointment.version + 1;
    await this.unitOfWork.manager.update(
      AppointmentEntity,
      { practiceId: appointment.practiceId, id: appointment.id },
      { ...change, version },
    );
    return { ...appointment, ...change, version };
  }

  async getCard(id: string): Promise<AppointmentCard> {
    const rows = await this.unitOfWork.manager.query(
      `select ${cardOf('$3::boolean')} as card from ${cardTables} where a.practice_id = $1 and a.id = $2`,
      [this.unitOfWork.practiceId, id, this.maySeeAmounts],
    );
    if (!rows[0]) throw new DomainError('resource.not_found');
    return rows[0].card;
  }

  /** Visits of a day in order of time; `resourceIds` null means all columns. */
  async listDay(day: string, resourceIds: readonly string[] | null): Promise<AppointmentCard[]> {
    const [row] = await this.unitOfWork.manager.query(
      `select coalesce(json_agg(${cardOf('$4::boolean')} order by a.starts_at, a.id), '[]') as cards
         from ${cardTables}
        where a.practice_id = $1 and a.local_day = $2 and ($3::uuid[] is null or a.resource_id = any ($3))`,
      [this.unitOfWork.practiceId, day, resourceIds, this.maySeeAmounts],
    );
    return row.cards;
  }

  /** The visit's next sibling: the same patient's first one after it that still stands; `resourceIds` null: anywhere. */
  async findNextOfPatient(
    patientId: string,
    after: Date,
    resourceIds: readonly string[] | null,
  ): Promise<{ id: string; day: string; startMin: number } | null> {
    const rows = await this.unitOfWork.manager.query(
      `select id, local_day::text as day, start_min as "startMin" from appointment
        where practice_id = $1 and patient_id = $2 and starts_at > $3 and status in ('booked', 'confirmed')
          and ($4::uuid[] is null or resource_id = any ($4))
        order by starts_at limit 1`,
      [this.unitOfWork.practiceId, patientId, after, resourceIds],
    );
    return rows[0] ?? null;
  }

  async findPatientContact(
    patientId: string,
  ): Promise<{ phone: string | null; city: string; insStatus: string } | null> {
    const rows = await this.unitOfWork.manager.query(
      `select p.phone, coalesce(k.name, '') as city, p.ins_status as "insStatus"
         from patient p left join commune k on k.code = p.commune_code where p.practice_id = $1 and p.id = $2`,
      [this.unitOfWork.practiceId, patientId],
    );
    return rows[0] ?? null;
  }

  /** Home visits of a column's day: where to go and whom to call. */
  findVisits(
    day: string,
    resourceId: string,
  ): Promise<{ appointmentId: string; address: string; phone: string | null }[]> {
    return this.unitOfWork.manager.query(
      `select a.id as "appointmentId", trim(both ', ' from concat_ws(', ', nullif(p.street, ''),
              nullif(concat_ws(' ', nullif(p.postal_code, ''), k.name), ''))) as address, p.phone
         from appointment a
         join motif m on m.practice_id = a.practice_id and m.id = a.motif_id and m.place = 'home'
         join patient p on p.practice_id = a.practice_id and p.id = a.patient_id
         left join commune k on k.code = p.commune_code
        where a.practice_id = $1 and a.local_day = $2 and a.resource_id = $3 and a.status <> 'cancelled'`,
      [this.unitOfWork.practiceId, day, resourceId],
    );
  }

  newId(): string {
    return uuid();
  }

  private get maySeeAmounts(): boolean {
    return this.unitOfWork.membership.permissions.includes('billing.read');
  }
}
