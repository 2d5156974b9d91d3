import { Injectable } from '@nestjs/common';
import type { InvitationLink } from '@pupitre/shared/members/member.contract';
import type { NewMember } from './member.repository.js';
import { MemberService } from './member.service.js';

export type { NewMember } from './member.repository.js';

/** Letting people in from another act of the practice in hand. */
@Injectable()
export class MemberDesk {
  constructor(private readonly members: MemberService) {}

  /** Her link, or null when she signs in with the password of another practice. */
  async invite(member: NewMember): Promise<InvitationLink | null> {
    const { link } = await this.members.add(member);
    return link;
  }
}
