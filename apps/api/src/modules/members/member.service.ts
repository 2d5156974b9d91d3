import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '@pupitre/shared/contract/errors';
import type { InvitationLink, MemberAccess, MemberView } from '@pupitre/shared/members/member.contract';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { hashToken } from '../../platform/http/endpoint-request.js';
import { MemberRepository, type NewMember } from './member.repository.js';

const linkMs = 24 * 3_600_000;

/** What the database answers when it does not do what was asked. */
const refusals: Readonly<Record<string, ErrorCode>> = {
  denied: 'permission.denied',
  unknown: 'resource.not_found',
  own: 'member.own_access',
  already: 'member.already',
  disabled: 'member.disabled',
  elsewhere: 'member.belongs_elsewhere',
};

@Injectable()
export class MemberService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
  ) {}

  async list(): Promise<{ members: MemberView[] }> {
    const rows = await this.members.list();
    return {
      members: rows.map((row) => ({
        id: row.id,
        accountId: row.account_id,
        displayName: row.display_name,
        email: row.email,
        roles: row.roles,
        practitionerId: row.practitioner_id,
        lentResourceIds: row.lent_resource_ids,
        endsOn: row.ends_on,
        hasEnded: row.has_ended,
        hasPassword: row.has_password,
        linkExpiresAt: row.link_expires_at?.toISOString() ?? null,
      })),
    };
  }

  /** Her link, or null when she signs in with the password of another practice. */
  async add(member: NewMember): Promise<{ link: InvitationLink | null }> {
    await this.checkColumns(member);
    const link = newLink();
    const answer = accepted(await this.members.add(member, hashToken(link.token)));
    return { link: answer === 'invited' ? link : null };
  }

  async change(memberId: string, access: MemberAccess): Promise<void> {
    await this.checkColumns(access);
    this.unitOfWork.noteSubject({ subjectId: memberId });
    accepted(await this.members.change(memberId, access));
  }

  async end(memberId: string): Promise<void> {
    this.unitOfWork.noteSubject({ subjectId: memberId });
    accepted(await this.members.end(memberId));
  }

  async renewLink(memberId: string): Promise<InvitationLink> {
    const link = newLink();
    this.unitOfWork.noteSubject({ subjectId: memberId });
    accepted(await this.members.renewLink(memberId, hashToken(link.token)));
    return link;
  }

  /** A list of columns has no foreign key of its own. */
  private async checkColumns({ lentResourceIds }: MemberAccess): Promise<void> {
    if (lentResourceIds && (await this.members.findStrangeColumns(lentResourceIds)) > 0) {
      throw new DomainError('resource.not_found');
    }
  }
}

function accepted(answer: string): string {
  const refusal = refusals[answer];
  if (refusal) throw new DomainError(refusal);
  return answer;
}

/** Told once, in the answer; the database keeps its hash, with an end of its own clock. */
const newLink = (): InvitationLink => ({
  token: randomBytes(32).toString('base64url'),
  expiresAt: new Date(Date.now() + linkMs).toISOString(),
});
