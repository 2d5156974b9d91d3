import { Injectable } from '@nestjs/common';
import type { OpeningRule } from '@pupitre/shared/planning/opening-hours';
import type { OpeningRuleView, ResourceView } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { openingRuleJson, resourceJson } from './practice.sql.js';

export type StoredRule = OpeningRuleView & { readonly id: string };

@Injectable()
export class OpeningHoursRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The version of a column guards its hours: whoever comes second with an old one is refused. */
  async takeVersion(resourceId: string, version: number): Promise<ResourceView> {
    const resource = await this.takeVersionIf(resourceId, version);
    if (resource) return resource;
    throw new DomainError('version.stale', { version: await this.getVersion(resourceId) });
  }

  /** Null when the column has another version. */
  async takeVersionIf(resourceId: string, version: number): Promise<ResourceView | null> {
    const { manager, practiceId } = this.unitOfWork;
    const [rows] = await manager.query<[{ resource: ResourceView }[], number]>(
      `update resource r set version = r.version + 1
         from practitioner p
        where r.practice_id = $1 and r.id = $2 and r.version = $3 and p.practice_id = $1 and p.resource_id = r.id
        returning ${resourceJson} as resource`,
      [practiceId, resourceId, version],
    );
    return rows[0]?.resource ?? null;
  }

  async getVersion(resourceId: string): Promise<number> {
    const { manager, practiceId } = this.unitOfWork;
    const [current] = await manager.query<{ version: number }[]>(
      'select version from resource where practice_id = $1 and id = $2',
      [practiceId, resourceId],
    );
    if (!current) throw new DomainError('resource.not_found');
    return current.version;
  }

  async findRules(resourceId: string): Promise<StoredRule[]> {
    const { manager, practiceId } = this.unitOfWork;
    const rows = await manager.query<{ id: string; rule: OpeningRuleView }[]>(
      `select o.id, ${openingRuleJson} as rule from opening_rule o
        where o.practice_id = $1 and o.resource_id = $2 order by o.isodow, o.start_min, o.id`,
      [practiceId, resourceId],
    );
    return rows.map(({ id, rule }) => ({ ...rule, id }));
  }

  /** Rules that stay the same objects stay the same rows. */
  async replaceRules(resourceId: string, before: readonly StoredRule[], after: readonly OpeningRule[]): Promise<void> {
    const gone = before.filter((rule) => !after.includes(rule)).map(({ id }) => id);
    const rows = after.filter((rule) => !before.some((kept) => kept === rule)).map((rule) => ({ ...rule, id: uuid() }));
    await this.delete(gone);
    await this.insert(resourceId, rows);
  }

  /** The very rows that stood before. */
  async restoreRules(resourceId: string, before: readonly StoredRule[]): Promise<void> {
    await this.delete((await this.findRules(resourceId)).map(({ id }) => id));
    await this.insert(resourceId, before);
  }

  private async delete(ids: readonly string[]): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    await manager.query('delete from opening_rule where practice_id = $1 and id = any ($2::uuid[])', [practiceId, ids]);
  }

  private async insert(resourceId: string, rules: readonly (OpeningRule & { readonly id: string })[]): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    await manager.query(
      `insert into opening_rule (practice_id, id, resource_id, isodow, start_min, end_min, valid_from, valid_to,
          week_interval, week_anchor, label, site_id)
       select $1, w.id, $2, w.isodow, w."startMin", w."endMin", w."validFrom", w."validTo", w."weekInterval",
          w."weekAnchor", w.label, w."siteId"
         from jsonb_to_recordset($3::jsonb) as w(id uuid, isodow int, "startMin" int, "endMin" int, "validFrom" date,
          "validTo" date, "weekInterval" int, "weekAnchor" date, label text, "siteId" uuid)`,
      [practiceId, resourceId, JSON.stringify(rules)],
    );
  }

  async findFrom(today: LocalDay, resourceId: string): Promise<OpeningRuleView[]> {
    const rules = await this.findRules(resourceId);
    return rules.filter(({ validTo }) => validTo === null || validTo >= today);
  }
}
