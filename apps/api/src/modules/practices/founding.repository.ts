import { Injectable } from '@nestjs/common';
import type { Role } from '@pupitre/shared/access/roles';
import type { FoundingForm } from '@pupitre/shared/practices/founding.contract';
import type { WeekSpan } from '@pupitre/shared/practices/week-hours';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

export interface FoundedColumn {
  readonly resourceId: string;
  readonly practitionerId: string;
  readonly name: string;
  readonly shortName: string;
  readonly position: number;
}

type Practitioner = FoundingForm['practitioners'][number];

/** The rows a practice begins with. Its own row, its seats and its billing entities are the owner's to write. */
@Injectable()
export class FoundingRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** 'founded', 'done' or 'denied'; then the transaction acts in the new practice. */
  async found(practiceId: string, { practice }: FoundingForm): Promise<string> {
    const [row] = await this.unitOfWork.manager.query<{ answer: string }[]>(
      'select app.found_practice($1, $2, $3, $4, $5, $6, $7, $8) as answer',
      [
        practiceId,
        uuid(),
        practice.name,
        practice.city,
        practice.zone,
        practice.holidayZone,
        practice.tariffZone,
        practice.phone,
      ],
    );
    if (row?.answer === 'founded') await this.unitOfWork.enterPractice(practiceId);
    return row?.answer ?? 'denied';
  }

  async insertSite(
    siteId: string,
    { name, street, postalCode, city, finess }: FoundingForm['practice'],
  ): Promise<void> {
    await this.unitOfWork.manager.query(
      'insert into site (practice_id, id, name, street, postal_code, city, finess) values ($1, $2, $3, $4, $5, $6, $7)',
      [this.unitOfWork.practiceId, siteId, name, street, postalCode, city, finess],
    );
  }

  async insertColumn(siteId: string, column: FoundedColumn, practitioner: Practitioner): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    const { title, firstName, lastName, profession, rpps, siren } = practitioner;
    await manager.query(
      `insert into resource (practice_id, id, site_id, kind, name, short_name, position)
       values ($1, $2, $3, 'practitioner', $4, $5, $6)`,
      [practiceId, column.resourceId, siteId, column.name, column.shortName, column.position],
    );
    await manager.query(
      `insert into practitioner (practice_id, id, resource_id, title, first_name, last_name, profession, rpps)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [practiceId, column.practitionerId, column.resourceId, title, firstName, lastName, profession, rpps],
    );
    await manager.query('select app.add_billing_entity($1, $2, $3, $4)', [
      uuid(),
      column.practitionerId,
      column.name,
      siren,
    ]);
  }

  async insertHours(resourceId: string, hours: readonly WeekSpan[]): Promise<void> {
    await this.unitOfWork.manager.query(
      `insert into opening_rule (practice_id, id, resource_id, isodow, start_min, end_min)
       select $1, id, $2, isodow, start_min, end_min
         from unnest($3::uuid[], $4::smallint[], $5::smallint[], $6::smallint[]) as h(id, isodow, start_min, end_min)`,
      [
        this.unitOfWork.practiceId,
        resourceId,
        hours.map(() => uuid()),
        hours.map(({ isodow }) => isodow),
        hours.map(({ startMin }) => startMin),
        hours.map(({ endMin }) => endMin),
      ],
    );
  }

  async seatFounder(roles: readonly Role[], practitionerId: string | null): Promise<boolean> {
    const [row] = await this.unitOfWork.manager.query<{ seated: boolean }[]>(
      'select app.seat_founder($1, $2) as seated',
      [roles, practitionerId],
    );
    return row?.seated ?? false;
  }
}
