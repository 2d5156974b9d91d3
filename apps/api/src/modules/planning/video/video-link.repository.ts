import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

export interface VideoLink {
  readonly day: string;
  readonly url: string;
  /** A remote visit still to come, or under way. */
  readonly isWanted: boolean;
}

const isWanted = `(m.place = 'video' and a.status in ('requested', 'booked', 'confirmed', 'arrived', 'in_consultation'))`;
const visits = 'appointment a join motif m on m.practice_id = a.practice_id and m.id = a.motif_id';

@Injectable()
export class VideoLinkRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async find(appointmentId: string): Promise<VideoLink | null> {
    const [row] = await this.unitOfWork.manager.query<VideoLink[]>(
      `select a.local_day::text as day, a.video_url as url, ${isWanted} as "isWanted"
         from ${visits} where a.practice_id = $1 and a.id = $2`,
      [this.unitOfWork.practiceId, appointmentId],
    );
    return row ?? null;
  }

  /** Of these visits, those that miss the address they should have, or have one they should not. */
  async listUnsettled(appointmentIds: readonly string[]): Promise<string[]> {
    const rows = await this.unitOfWork.manager.query<{ id: string }[]>(
      `select a.id from ${visits}
        where a.practice_id = $1 and a.id = any ($2::uuid[]) and ${isWanted} <> (a.video_url <> '') order by a.id`,
      [this.unitOfWork.practiceId, appointmentIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Visits to come without the address they should have, the nearest first. */
  async listMissing(now: Date, limit: number): Promise<string[]> {
    const rows = await this.unitOfWork.manager.query<{ id: string }[]>(
      `select a.id from ${visits}
        where a.practice_id = $1 and a.ends_at > $2 and a.local_day >= ($2::timestamptz - interval '1 day')::date
          and a.video_url = '' and ${isWanted}
        order by a.starts_at limit $3`,
      [this.unitOfWork.practiceId, now, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Only while it is still missed: somebody may have cancelled meanwhile, or another attempt given one. */
  async give(appointmentId: string, url: string): Promise<boolean> {
    const { manager, practiceId } = this.unitOfWork;
    const [, count] = await manager.query<[unknown[], number]>(
      `update appointment a set video_url = $3 from motif m
        where a.practice_id = $1 and a.id = $2 and m.practice_id = $1 and m.id = a.motif_id and a.video_url = ''
          and ${isWanted}`,
      [practiceId, appointmentId, url],
    );
    return count > 0;
  }

  async take(appointmentId: string, url: string): Promise<void> {
    await this.unitOfWork.manager.query(
      `update appointment a set video_url = '' from motif m
        where a.practice_id = $1 and a.id = $2 and m.practice_id = $1 and m.id = a.motif_id and a.video_url = $3
          and not ${isWanted}`,
      [this.unitOfWork.practiceId, appointmentId, url],
    );
  }
}
