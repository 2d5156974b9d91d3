import { Module } from '@nestjs/common';
import { MemberController } from './member.controller.js';
import { MemberRepository } from './member.repository.js';
import { MemberService } from './member.service.js';
import { MemberDesk } from './members.public.js';

@Module({
  controllers: [MemberController],
  providers: [MemberService, MemberRepository, MemberDesk],
  exports: [MemberDesk],
})
export class MembersModule {}
