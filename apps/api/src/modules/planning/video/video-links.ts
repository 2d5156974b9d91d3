import { Injectable } from '@nestjs/common';
import { isActive } from '@pupitre/shared/planning/appointment-status';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type Job, JobHandlers, Jobs } from '../../../platform/jobs/jobs.js';
import { PracticeChores } from '../../../platform/jobs/practice-chores.js';
import { VideoRooms } from '../../../platform/video/video-rooms.js';
import type { AppointmentEntity } from '../appointment.entity.js';
import { VideoLinkRepository } from './video-link.repository.js';

const settleJob = 'video.settle';
const mendSeconds = 600;
const mendedAtOnce = 200;

interface FollowedChange {
  readonly before: AppointmentEntity | null;
  readonly after: AppointmentEntity;
}

/**
 * The address of a remote visit: given soon after it is booked, kept when it moves, taken back when it is cancelled.
 * A job does it, because another system answers: booking never waits for it, and never fails with it.
 */
@Injectable()
export class VideoLinks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: VideoLinkRepository,
    private readonly rooms: VideoRooms,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    handlers: JobHandlers,
    chores: PracticeChores,
  ) {
    handlers.register(settleJob, (job) => this.settle(job));
    chores.register('video.links', mendSeconds, '', (practiceId) => this.mend(practiceId));
  }

  /** In the transaction of the act: the job exists if and only if the act does. */
  async follow(changes: readonly FollowedChange[]): Promise<void> {
    if (this.rooms.state === 'off') return;
    const changed = changes.filter(
      ({ before, after }) =>
        !before || before.motifId !== after.motifId || isActive(before.status) !== isActive(after.status),
    );
    if (changed.length === 0) return;
    const unsettled = await this.links.listUnsettled(changed.map(({ after }) => after.id));
    for (const appointmentId of unsettled) await this.jobs.send(settleJob, { appointmentId });
  }

  /** Visits of before rooms were there, imported ones, and those whose job failed: asked for again, once an hour each. */
  mend(practiceId: string): Promise<number> {
    return this.unitOfWork.runAsWorker(practiceId, async () => {
      if (this.rooms.state === 'off') return 0;
      const now = this.clock.now();
      for (const appointmentId of await this.links.listMissing(now, mendedAtOnce)) {
        const key = `${appointmentId} ${now.toISOString().slice(0, 13)}`;
        await this.jobs.send(settleJob, { appointmentId }, { key, requestedBy: null });
      }
      return 0;
    });
  }

  private async settle(job: Job): Promise<void> {
    const { appointmentId = '' } = job.ids;
    const link = await job.transaction(() => this.links.find(appointmentId));
    if (!link) return;
    if (link.isWanted && link.url === '') await this.give(job, appointmentId, link.day);
    if (!link.isWanted && link.url !== '') {
      await this.rooms.close(link.url);
      await job.once('take', async () => {
        await this.links.take(appointmentId, link.url);
        this.tell(appointmentId, link.day);
      });
    }
  }

  private async give(job: Job, appointmentId: string, day: string): Promise<void> {
    const url = await this.rooms.open();
    let isKept = false;
    await job.once('give', async () => {
      isKept = await this.links.give(appointmentId, url);
      if (isKept) this.tell(appointmentId, day);
    });
    if (!isKept) await this.rooms.close(url);
  }

  private tell(appointmentId: string, day: string): void {
    this.unitOfWork.announce({ topic: 'appointment', days: [day], ids: [appointmentId] });
  }
}
