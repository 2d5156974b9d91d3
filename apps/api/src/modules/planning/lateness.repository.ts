import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';

@Injectable()
export class LatenessRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** `resourceIds` null means all columns. */
  list(day: string, resourceIds: readonly string[] | null): Promise<{ resourceId: string; minutes: number }[]> {
    return this.unitOfWork.manager.query(
      `select l.resource_id as "resourceId", l.minutes from lateness l
         join resource r on r.practice_id = $1 and r.id = l.resource_id
        where l.practice_id = $1 and l.local_day = $2 and l.minutes > 0
          and ($3::uuid[] is null or l.resource_id = any ($3))
        order by r.position, r.id`,
      [this.unitOfWork.practiceId, day, resourceIds],
    );
  }

  /** The same, of columns where it is `day` by their own clock: that of their site. */
  listToday(
    day: string,
    resourceIds: readonly string[] | null,
    now: Date,
  ): Promise<{ resourceId: string; minutes: number }[]> {
    return this.unitOfWork.manager.query(
      `select l.resource_id as "resourceId", l.minutes from lateness l
         join resource r on r.practice_id = $1 and r.id = l.resource_id
         join site on site.practice_id = $1 and site.id = r.site_id
         join practice on practice.practice_id = $1
        where l.practice_id = $1 and l.local_day = $2 and l.minutes > 0
          and ($3::uuid[] is null or l.resource_id = any ($3))
          and ($4::timestamptz at time zone coalesce(site.zone, practice.zone))::date = l.local_day
        order by r.position, r.id`,
      [this.unitOfWork.practiceId, day, resourceIds, now],
    );
  }

  /** Never below nought, never above four hours; two keys pressed on two desks both count. */
  async add(resourceId: string, day: string, minutes: number): Promise<number> {
    const [row] = await this.unitOfWork.translate(
      { lateness_practice_id_resource_id: () => new DomainError('resource.not_found') },
      (manager) =>
        manager.query(
          `insert into lateness (practice_id, resource_id, local_day, minutes)
           values ($1, $2, $3, greatest(0, least(240, $4::int)))
           on conflict (practice_id, resource_id, local_day)
             do update set minutes = greatest(0, least(240, lateness.minutes + $4::int))
           returning minutes`,
          [this.unitOfWork.practiceId, resourceId, day, minutes],
        ),
    );
    return row.minutes;
  }
}
