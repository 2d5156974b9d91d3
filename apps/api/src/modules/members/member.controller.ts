import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import * as contract from '@pupitre/shared/members/member.contract';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { MemberService } from './member.service.js';

@Controller()
export class MemberController {
  constructor(private readonly members: MemberService) {}

  @Handles(contract.listMembers)
  list() {
    return this.members.list();
  }

  @Handles(contract.addMember)
  add(@Input() { body }: InputOf<typeof contract.addMember>) {
    return this.members.add(body);
  }

  @Handles(contract.changeMember)
  change(@Input() { params, body }: InputOf<typeof contract.changeMember>) {
    return this.members.change(params.memberId, body);
  }

  @Handles(contract.endMember)
  end(@Input() { params }: InputOf<typeof contract.endMember>) {
    return this.members.end(params.memberId);
  }

  @Handles(contract.renewMemberLink)
  renewLink(@Input() { params }: InputOf<typeof contract.renewMemberLink>) {
    return this.members.renewLink(params.memberId);
  }
}
