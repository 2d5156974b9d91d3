import { Injectable } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@pupitre/shared/contract/endpoint';
import type { OpeningEffect } from '@pupitre/shared/practices/opening.contract';
import type {
  editSite,
  moveColumnToSite,
  previewSite,
  SiteForm,
  SiteView,
} from '@pupitre/shared/practices/site.contract';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import type { AgendaColumn } from '../agenda.repository.js';
import { OpeningHoursRepository } from '../opening-hours.repository.js';
import { OpeningColumns } from './opening-columns.js';
import { OpeningEffects } from './opening-effects.js';
import { SiteRepository } from './site.repository.js';

interface Zones {
  readonly zone: string;
  readonly holidayZone: string;
}

/** Where the practice works, by which clock and which calendar; and where each column is at home. */
@Injectable()
export class SiteService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sites: SiteRepository,
    private readonly openingHours: OpeningHoursRepository,
    private readonly columns: OpeningColumns,
    private readonly effects: OpeningEffects,
  ) {}

  async preview(change: InputOf<typeof previewSite>['body']): Promise<OpeningEffect> {
    if ('homeSiteId' in change) {
      return this.moveEffect(await this.columns.get(change.resourceId), await this.homeZones(change.homeSiteId));
    }
    const site = await this.sites.get(change.siteId);
    const columns = await this.columnsAt(change.siteId);
    return this.zonesEffect(columns, await this.zonesAfter(site, change.form, columns));
  }

  async add(form: SiteForm): Promise<SiteView> {
    const id = uuid();
    await this.sites.insert(id, form);
    this.announce(id);
    return this.sites.get(id);
  }

  async edit(siteId: string, version: number, form: SiteForm): Promise<ResponseOf<typeof editSite>> {
    const site = await this.sites.get(siteId);
    const columns = await this.columnsAt(siteId);
    await this.sites.update(siteId, version, form);
    const zones = await this.zonesAfter(site, form, columns);
    const effect = await this.zonesEffect(columns, zones);
    await this.tell(columns, siteId);
    return { site: await this.sites.get(siteId), ...effect };
  }

  async remove(siteId: string): Promise<void> {
    await this.sites.delete(siteId);
    this.announce(siteId);
  }

  async moveColumn(resourceId: string, version: number, siteId: string): Promise<ResponseOf<typeof moveColumnToSite>> {
    const column = await this.columns.get(resourceId);
    const effect = await this.moveEffect(column, await this.homeZones(siteId));
    const next = await this.sites.moveColumn(resourceId, version, siteId);
    if (next === null) {
      throw new DomainError('version.stale', { version: await this.openingHours.getVersion(resourceId) });
    }
    await this.tell([column], resourceId);
    return { version: next, ...effect };
  }

  private async homeZones(siteId: string): Promise<Zones> {
    const zone = (await this.sites.zonesOf([siteId])).get(siteId);
    if (zone === undefined) throw new DomainError('opening.unknown_site', { siteId });
    const { holidayZone } = await this.sites.get(siteId);
    return { zone, holidayZone: holidayZone ?? (await this.sites.practiceZones()).holidayZone };
  }

  /** What the site's own columns follow afterwards; visits to come keep the clock they were booked by. */
  private async zonesAfter(site: SiteView, form: SiteForm, columns: readonly AgendaColumn[]): Promise<Zones> {
    const own = await this.sites.practiceZones();
    const after = { zone: form.zone ?? own.zone, holidayZone: form.holidayZone ?? own.holidayZone };
    if (after.zone === (site.zone ?? own.zone)) return after;
    await this.refuseVisits(columns);
    const working = columns.flatMap(({ rules, exceptions }) => [...rules, ...exceptions]);
    const isElsewhere = working.some(({ siteId }) => siteId && siteId !== site.id);
    if (isElsewhere || (await this.sites.isVisited(site.id))) throw new DomainError('opening.site_zone_differs');
    return after;
  }

  private async moveEffect(column: AgendaColumn, zones: Zones): Promise<OpeningEffect> {
    if (zones.zone !== column.zone) {
      await this.refuseVisits([column]);
      const isElsewhere = [...column.rules, ...column.exceptions].some(({ siteId }) => siteId);
      if (isElsewhere) throw new DomainError('opening.site_zone_differs');
    }
    return this.zonesEffect([column], zones);
  }

  private async refuseVisits(columns: readonly AgendaColumn[]): Promise<void> {
    const [first] = columns;
    if (!first) return;
    const ids = columns.map(({ id }) => id);
    if (await this.effects.hasVisitsToCome(ids, this.columns.today(first))) throw new DomainError('site.zone_in_use');
  }

  private zonesEffect(columns: readonly AgendaColumn[], zones: Zones): Promise<OpeningEffect> {
    const [first] = columns;
    if (!first) return Promise.resolve({ appointmentsOutside: 0, firstOutside: [] });
    return this.effects.of(columns, { from: this.columns.today(first), to: null }, (column) => ({
      ...column,
      ...zones,
    }));
  }

  private async columnsAt(siteId: string): Promise<AgendaColumn[]> {
    return (await this.columns.all()).filter((column) => column.siteId === siteId);
  }

  private async tell(columns: readonly AgendaColumn[], subjectId: string): Promise<void> {
    const [first] = columns;
    if (!first) return this.announce(subjectId);
    await this.columns.tell(columns, { from: this.columns.today(first), to: null }, subjectId);
  }

  private announce(siteId: string): void {
    this.unitOfWork.noteSubject({ subjectId: siteId });
    this.unitOfWork.announce({ topic: 'practice', days: [], ids: [siteId] });
  }
}
