import { Controller, Req } from '@nestjs/common';
import {
  addFeed,
  addOutsideCalendar,
  listCalendars,
  readFeed,
  refreshOutsideCalendar,
  removeOutsideCalendar,
  revokeFeed,
} from '@pupitre/shared/calendars/calendar.contract';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import type { FastifyRequest } from 'fastify';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { FeedService } from './feed.service.js';
import { OutsideService } from './outside.service.js';

@Controller()
export class CalendarController {
  constructor(
    private readonly feeds: FeedService,
    private readonly outside: OutsideService,
  ) {}

  @Handles(listCalendars)
  list() {
    return this.outside.list();
  }

  @Handles(addFeed)
  addFeed(@Input() { body }: InputOf<typeof addFeed>) {
    return this.feeds.add(body);
  }

  @Handles(revokeFeed)
  revokeFeed(@Input() { params }: InputOf<typeof revokeFeed>) {
    return this.feeds.revoke(params.feedId);
  }

  @Handles(readFeed)
  readFeed(@Input() { params }: InputOf<typeof readFeed>, @Req() request: FastifyRequest) {
    return this.feeds.read(params.token, request.ip);
  }

  @Handles(addOutsideCalendar)
  addOutside(@Input() { body }: InputOf<typeof addOutsideCalendar>) {
    return this.outside.add(body);
  }

  @Handles(refreshOutsideCalendar)
  refreshOutside(@Input() { params }: InputOf<typeof refreshOutsideCalendar>) {
    return this.outside.refresh(params.calendarId);
  }

  @Handles(removeOutsideCalendar)
  removeOutside(@Input() { params }: InputOf<typeof removeOutsideCalendar>) {
    return this.outside.remove(params.calendarId);
  }
}
