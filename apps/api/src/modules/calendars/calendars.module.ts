import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.js';
import { CalendarColumnRepository } from './calendar-column.repository.js';
import { CalendarScope } from './calendar-scope.js';
import { FeedRepository } from './feed.repository.js';
import { FeedService } from './feed.service.js';
import { OutsideRepository } from './outside.repository.js';
import { OutsideService } from './outside.service.js';
import { OutsideReader } from './outside-reader.js';

@Module({
  controllers: [CalendarController],
  providers: [
    ...[CalendarColumnRepository, CalendarScope, FeedRepository, FeedService],
    ...[OutsideRepository, OutsideService, OutsideReader],
  ],
})
export class CalendarsModule {}
