import { createHash, randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { Role } from '@pupitre/shared/access/roles';
import { searchKeysOf } from '@pupitre/shared/patients/search-keys';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { FrozenClock } from '../src/platform/clock.js';
import { Desk } from './desk.js';

export interface GivenColumn {
  readonly resourceId: string;
  readonly practitionerId: string;
  readonly billingEntityId: string;
}

export interface GivenPractice {
  readonly id: string;
  readonly siteId: string;
  readonly martin: GivenColumn;
  readonly leroy: GivenColumn;
  /** 15 minutes, both columns. */
  readonly consultation: string;
  /** 20 minutes, Dr Martin only. */
  readonly firstVisit: string;
  readonly sessionHash: string;
}

export interface GivenPatient {
  readonly id: string;
  readonly number: number;
}

interface PatientOverrides {
  birthName?: string;
  usedName?: string;
  firstName?: string;
  sex?: 'F' | 'M' | 'U';
  birthDate?: string;
  phone?: string | null;
  thirdParty?: 'none' | 'amo' | 'full';
  longTermIllness?: boolean;
  complementaryName?: string;
}

/** Rows a story starts from; each practice is its own, so tests never meet. */
export class Given {
  private serial = 0;

  constructor(
    private readonly owner: pg.Client,
    private readonly server: Server,
    private readonly clock: FrozenClock,
  ) {}

  /** Two doctors, open Monday to Friday 8:00-12:00 and 14:00-18:00, two motifs. */
  async practice({ zone = 'Europe/Paris', holidayZone = 'FR' } = {}): Promise<GivenPractice> {
    const id = uuid();
    const siteId = uuid();
    this.serial += 1;
    await this.owner.query(
      `insert into practice (practice_id, name, city, zone, holiday_zone) values ($1, $2, 'Lille', $3, $4)`,
      [id, `Maison de santé ${this.serial}`, zone, holidayZone],
    );
    const sessionHash = await this.openSession(id, ['admin'], 'Owner SEED').then((opened) => opened.hash);
    await this.within({ id, sessionHash }, async () => {
      await this.owner.query(
        `insert into site (practice_id, id, name, street, postal_code, city) values ($1, $2, 'Site', '14 allée des Tilleuls', '59000', 'Lille')`,
        [id, siteId],
      );
    });
    const start = { id, siteId, sessionHash };
    const martin = await this.column(start, 'Dr MARTIN', 'Hélène', 'MARTIN', 1);
    const leroy = await this.column(start, 'Dr LEROY', 'Karim', 'LEROY', 2);
    const consultation = await this.motif(start, 'Consultation', 15, [martin.resourceId, leroy.resourceId]);
    const firstVisit = await this.motif(start, '1re consultation', 20, [martin.resourceId]);
    return { ...start, martin, leroy, consultation, firstVisit };
  }

  /** Somebody signed in to a practice, without the cost of a password check. */
  async desk(
    practice: Pick<GivenPractice, 'id'>,
    roles: readonly Role[] = ['secretary'],
    options: { name?: string; practitionerId?: string; lentResourceIds?: readonly string[] } = {},
  ): Promise<Desk> {
    const name = options.name ?? 'Léa BERNARD';
    const opened = await this.openSession(practice.id, roles, name, options);
    return new Desk(this.server, opened.token, practice.id, opened.accountId, name);
  }

  async deskWithTwoSecretaries() {
    const practice = await this.practice();
    const lea = await this.desk(practice, ['secretary'], { name: 'Léa BERNARD' });
    const sonia = await this.desk(practice, ['secretary', 'coordinator'], { name: 'Sonia DUBREUIL' });
    return { practice, lea, sonia };
  }

  async patient(practice: GivenPractice, overrides: PatientOverrides = {}): Promise<GivenPatient> {
    this.serial += 1;
    const row = {
      birthName: overrides.birthName ?? 'DURAND',
      usedName: overrides.usedName ?? overrides.birthName ?? 'DURAND',
      firstName: overrides.firstName ?? 'Paul',
      sex: overrides.sex ?? 'M',
      birthDate: overrides.birthDate ?? '1980-05-17',
      phone: overrides.phone === undefined ? '+33639981234' : overrides.phone,
    };
    const patient = { id: uuid(), number: this.serial };
    await this.within(practice, async () => {
      await this.owner.query(
        `insert into patient (practice_id, id, number, birth_name, used_name, first_name, sex, birth_date, phone,
           without_phone, third_party, long_term_illness, complementary_name, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $2, $14)`,
        [
          practice.id,
          patient.id,
          patient.number,
          row.birthName,
          row.usedName,
          row.firstName,
          row.sex,
          row.birthDate,
          row.phone,
          row.phone === null,
          overrides.thirdParty ?? 'none',
          overrides.longTermIllness ?? false,
          overrides.complementaryName ?? '',
          this.clock.now(),
        ],
      );
      const keys = searchKeysOf({ ...row, firstNames: '' });
      await this.owner.query(
        `insert into patient_search_key (practice_id, key, patient_id, kind)
         select $1, key, $2, kind from jsonb_to_recordset($3::jsonb) as k(key text, kind text) on conflict do nothing`,
        [practice.id, patient.id, JSON.stringify(keys)],
      );
    });
    return patient;
  }

  /** Runs owner statements as a living session of the practice: row-level security binds the owner too. */
  async within<T>(practice: { id: string; sessionHash: string }, act: () => Promise<T>): Promise<T> {
    await this.owner.query('begin');
    try {
      await this.owner.query(`select set_config('app.session', $1, true), set_config('app.practice', $2, true)`, [
        practice.sessionHash,
        practice.id,
      ]);
      const result = await act();
      await this.owner.query('commit');
      return result;
    } catch (error) {
      await this.owner.query('rollback');
      throw error;
    }
  }

  async column(
    practice: { id: string; siteId: string; sessionHash: string },
    name: string,
    firstName: string,
    lastName: string,
    position: number,
  ): Promise<GivenColumn> {
    const column = { resourceId: uuid(), practitionerId: uuid(), billingEntityId: uuid() };
    await this.within(practice, async () => {
      await this.owner.query(
        `insert into resource (practice_id, id, site_id, kind, name, short_name, position)
         values ($1, $2, $3, 'practitioner', $4, $4, $5)`,
        [practice.id, column.resourceId, practice.siteId, name, position],
      );
      await this.owner.query(
        `insert into practitioner (practice_id, id, resource_id, title, first_name, last_name, profession, rpps)
         values ($1, $2, $3, 'dr', $4, $5, 'general_practitioner', '10999990001')`,
        [practice.id, column.practitionerId, column.resourceId, firstName, lastName],
      );
      await this.owner.query(
        `insert into billing_entity (practice_id, id, practitioner_id, name, siren) values ($1, $2, $3, $4, '999000003')`,
        [practice.id, column.billingEntityId, column.practitionerId, `Dr ${firstName} ${lastName}`],
      );
      for (const isodow of [1, 2, 3, 4, 5]) {
        for (const [startMin, endMin] of [
          [480, 720],
          [840, 1080],
        ]) {
          await this.owner.query(
            `insert into opening_rule (practice_id, id, resource_id, isodow, start_min, end_min) values ($1, $2, $3, $4, $5, $6)`,
            [practice.id, uuid(), column.resourceId, isodow, startMin, endMin],
          );
        }
      }
    });
    return column;
  }

  private async motif(
    practice: { id: string; sessionHash: string },
    name: string,
    minutes: number,
    resourceIds: readonly string[],
  ): Promise<string> {
    const id = uuid();
    await this.within(practice, async () => {
      await this.owner.query(
        `insert into motif (practice_id, id, name, short_name, minutes, color, place, usual_acts)
         values ($1, $2, $3, $4, $5, 'consult', 'practice', '{G}')`,
        [practice.id, id, name, name.slice(0, 14), minutes],
      );
      for (const resourceId of resourceIds) {
        await this.owner.query('insert into motif_resource (practice_id, motif_id, resource_id) values ($1, $2, $3)', [
          practice.id,
          id,
          resourceId,
        ]);
      }
    });
    return id;
  }

  private async openSession(
    practiceId: string,
    roles: readonly Role[],
    name: string,
    options: { practitionerId?: string; lentResourceIds?: readonly string[] } = {},
  ) {
    this.serial += 1;
    const accountId = uuid();
    const token = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(token).digest();
    await this.owner.query(
      `insert into app.account (id, email, password_hash, display_name, initials) values ($1, $2, 'unset', $3, 'LB')`,
      [accountId, `person${this.serial}-${accountId}@test.demo`, name],
    );
    await this.owner.query(
      `insert into membership (practice_id, id, account_id, roles, practitioner_id, lent_resource_ids)
       values ($1, $2, $3, $4, $5, $6)`,
      [practiceId, uuid(), accountId, roles, options.practitionerId ?? null, options.lentResourceIds ?? null],
    );
    await this.owner.query(
      `insert into app.session (token_hash, account_id, ends_at) values ($1, $2, now() + interval '10 hours')`,
      [hash, accountId],
    );
    return { accountId, token, hash: hash.toString('hex') };
  }
}
