import { Injectable } from '@nestjs/common';
import type { PracticeSetupAnswer } from '@pupitre/shared/practices/practice.contract';
import { addDays, dayBounds, todayIn } from '@pupitre/shared/time/zone';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { VideoRooms } from '../../platform/video/video-rooms.js';
import { SetupRepository } from './setup.repository.js';

/** How far back the desk still draws past days with their own hours and absences. */
const pastDays = 30;

@Injectable()
export class SetupService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly setups: SetupRepository,
    private readonly rooms: VideoRooms,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<PracticeSetupAnswer> {
    const { zone, lentResourceIds } = this.unitOfWork.membership;
    const since = addDays(todayIn(zone, this.clock.now()), -pastDays);
    const setup = await this.setups.get(lentResourceIds, since, dayBounds(since, zone).start);
    return { ...setup, video: this.rooms.state };
  }
}
