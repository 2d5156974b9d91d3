import { Injectable } from '@nestjs/common';
import type { SiteForm, SiteView } from '@pupitre/shared/practices/site.contract';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import { siteJson } from '../practice.sql.js';

const nameTaken = { site_name_taken: () => new DomainError('site.name_taken') };

@Injectable()
export class SiteRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async get(siteId: string): Promise<SiteView> {
    const [row] = await this.run<{ site: SiteView }>(
      `select ${siteJson} as site from site s where s.practice_id = $1 and s.id = $2`,
      [siteId],
    );
    if (!row) throw new DomainError('resource.not_found');
    return row.site;
  }

  /** The clock of each site that exists. */
  async zonesOf(siteIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.run<{ id: string; zone: string }>(
      `select s.id, coalesce(s.zone, p.zone) as zone from site s join practice p on p.practice_id = $1
        where s.practice_id = $1 and s.id = any ($2::uuid[])`,
      [siteIds],
    );
    return new Map(rows.map(({ id, zone }) => [id, zone]));
  }

  /** What a site that says nothing of its own follows. */
  async practiceZones(): Promise<{ zone: string; holidayZone: string }> {
    const [zones] = await this.run<{ zone: string; holidayZone: string }>(
      'select zone, holiday_zone as "holidayZone" from practice where practice_id = $1',
      [],
    );
    if (!zones) throw new DomainError('resource.not_found');
    return zones;
  }

  /** True when hours of a column that lives elsewhere are kept at this site. */
  async isVisited(siteId: string): Promise<boolean> {
    const rows = await this.run(
      `select 1 from resource r
        where r.practice_id = $1 and r.site_id <> $2
          and (exists (select 1 from opening_rule o
                        where o.practice_id = $1 and o.resource_id = r.id and o.site_id = $2)
            or exists (select 1 from opening_exception x
                        where x.practice_id = $1 and x.resource_id = r.id and x.site_id = $2))
        limit 1`,
      [siteId],
    );
    return rows.length > 0;
  }

  async insert(id: string, { name, street, postalCode, city, zone, holidayZone }: SiteForm): Promise<void> {
    await this.unitOfWork.translate(nameTaken, () =>
      this.run(
        `insert into site (practice_id, id, name, street, postal_code, city, zone, holiday_zone)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, name, street, postalCode, city, zone, holidayZone],
      ),
    );
  }

  async update(siteId: string, version: number, form: SiteForm): Promise<void> {
    const { name, street, postalCode, city, zone, holidayZone } = form;
    const { manager, practiceId } = this.unitOfWork;
    const [updated] = await this.unitOfWork.translate(nameTaken, () =>
      manager.query<[{ id: string }[], number]>(
        `update site set name = $4, street = $5, postal_code = $6, city = $7, zone = $8, holiday_zone = $9,
            version = version + 1
          where practice_id = $1 and id = $2 and version = $3 returning id`,
        [practiceId, siteId, version, name, street, postalCode, city, zone, holidayZone],
      ),
    );
    if (updated.length === 0) throw new DomainError('version.stale', { version: (await this.get(siteId)).version });
  }

  async delete(siteId: string): Promise<void> {
    await this.get(siteId);
    const inUse = () => new DomainError('site.in_use');
    await this.unitOfWork.translate(
      {
        resource_practice_id_site_id_fkey: inUse,
        opening_rule_practice_id_site_id_fkey: inUse,
        opening_exception_practice_id_site_id_fkey: inUse,
      },
      () => this.run('delete from site where practice_id = $1 and id = $2', [siteId]),
    );
  }

  async moveColumn(resourceId: string, version: number, siteId: string): Promise<number | null> {
    const { manager, practiceId } = this.unitOfWork;
    const [updated] = await manager.query<[{ version: number }[], number]>(
      `update resource set site_id = $4, version = version + 1
        where practice_id = $1 and id = $2 and version = $3 returning version`,
      [practiceId, resourceId, version, siteId],
    );
    return updated[0]?.version ?? null;
  }

  private run<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const { manager, practiceId } = this.unitOfWork;
    return manager.query<Row[]>(sql, [practiceId, ...parameters]);
  }
}
