import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import * as contract from '@pupitre/shared/planning/meeting.contract';
import { Handles, Input } from '../../../platform/http/endpoint.decorator.js';
import { MeetingService } from './meeting.service.js';
import { SeatService } from './seat.service.js';

@Controller()
export class MeetingController {
  constructor(
    private readonly meetings: MeetingService,
    private readonly seats: SeatService,
  ) {}

  @Handles(contract.listMeetings)
  async list(@Input() { params }: InputOf<typeof contract.listMeetings>) {
    return { meetings: await this.meetings.list(params.day) };
  }

  @Handles(contract.callStaffMeeting)
  callStaff(@Input() { body }: InputOf<typeof contract.callStaffMeeting>) {
    return this.meetings.callStaff(body);
  }

  @Handles(contract.openGroupSession)
  openGroup(@Input() { body }: InputOf<typeof contract.openGroupSession>) {
    return this.meetings.openGroup(body);
  }

  @Handles(contract.takeSeat)
  takeSeat(@Input() { params, body }: InputOf<typeof contract.takeSeat>) {
    return this.seats.take(params.meetingId, body);
  }

  @Handles(contract.restoreMeeting)
  restore(@Input() { params, version }: InputOf<typeof contract.restoreMeeting>) {
    return this.meetings.restore(params.meetingId, version);
  }

  @Handles(contract.cancelMeeting)
  cancel(@Input() { params, version }: InputOf<typeof contract.cancelMeeting>) {
    return this.meetings.cancel(params.meetingId, version);
  }
}
