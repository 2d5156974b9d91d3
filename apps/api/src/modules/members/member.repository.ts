import { Injectable } from '@nestjs/common';
import type { Role } from '@pupitre/shared/access/roles';
import type { MemberAccess } from '@pupitre/shared/members/member.contract';
import { initialsOf } from '@pupitre/shared/members/member-fields';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';

export interface MemberRow {
  readonly id: string;
  readonly account_id: string;
  readonly display_name: string;
  readonly email: string;
  readonly roles: Role[];
  readonly practitioner_id: string | null;
  readonly lent_resource_ids: string[] | null;
  readonly ends_on: string | null;
  readonly has_ended: boolean;
  readonly has_password: boolean;
  readonly link_expires_at: Date | null;
}

export interface NewMember extends MemberAccess {
  readonly displayName: string;
  readonly email: string;
}

/** A practitioner of another practice, or of none. */
const strangePractitioner = { membership_practitioner: () => new DomainError('resource.not_found') };

/** People of the practice, through the database's functions: they ask themselves whether an administrator acts. */
@Injectable()
export class MemberRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(): Promise<MemberRow[]> {
    return this.unitOfWork.manager.query(
      `select id, account_id, display_name, email, roles, practitioner_id, lent_resource_ids, ends_on::text as ends_on,
              has_ended, has_password, link_expires_at
         from app.practice_members() order by has_ended, lower(display_name), id`,
    );
  }

  /** Columns that are not this practice's. */
  async findStrangeColumns(resourceIds: readonly string[]): Promise<number> {
    const { manager, practiceId } = this.unitOfWork;
    const [row] = await manager.query<{ strange: number }[]>(
      `select count(*)::int as strange from unnest($2::uuid[]) as lent(id)
        where not exists (select from resource r where r.practice_id = $1 and r.id = lent.id)`,
      [practiceId, resourceIds],
    );
    return row?.strange ?? 0;
  }

  async add(member: NewMember, tokenHash: Buffer): Promise<string> {
    return this.answerOf('app.add_member($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
      uuid(),
      uuid(),
      member.email,
      member.displayName,
      initialsOf(member.displayName),
      ...accessOf(member),
      tokenHash,
    ]);
  }

  async change(memberId: string, access: MemberAccess): Promise<string> {
    return this.answerOf('app.change_member($1, $2, $3, $4, $5)', [memberId, ...accessOf(access)]);
  }

  async end(memberId: string): Promise<string> {
    return this.answerOf('app.end_member($1)', [memberId]);
  }

  async renewLink(memberId: string, tokenHash: Buffer): Promise<string> {
    return this.answerOf('app.renew_link($1, $2)', [memberId, tokenHash]);
  }

  private async answerOf(call: string, values: readonly unknown[]): Promise<string> {
    const rows = await this.unitOfWork.translate(strangePractitioner, (manager) =>
      manager.query<{ answer: string }[]>(`select ${call} as answer`, [...values]),
    );
    return rows[0]?.answer ?? 'unknown';
  }
}

const accessOf = ({ roles, practitionerId, lentResourceIds, endsOn }: MemberAccess): unknown[] => [
  roles,
  practitionerId,
  lentResourceIds,
  endsOn,
];
