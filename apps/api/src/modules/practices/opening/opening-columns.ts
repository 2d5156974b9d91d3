import { Injectable } from '@nestjs/common';
import { dayBounds, type LocalDay, todayIn } from '@pupitre/shared/time/zone';
import { AgendaListeners } from '../../../platform/acts/agenda-listeners.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import { type AgendaColumn, AgendaRepository } from '../agenda.repository.js';
import type { TouchedDays } from './opening-effects.js';
import { SiteRepository } from './site.repository.js';

/** What every change of the hours begins and ends with: the columns it meets, and who is told. */
@Injectable()
export class OpeningColumns {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agendas: AgendaRepository,
    private readonly sites: SiteRepository,
    private readonly agenda: AgendaListeners,
    private readonly clock: Clock,
  ) {}

  async get(resourceId: string): Promise<AgendaColumn> {
    const [column] = await this.agendas.findColumns([resourceId], this.clock.now());
    if (!column) throw new DomainError('resource.not_found');
    return column;
  }

  /** Every column, by their own clocks. */
  all(): Promise<AgendaColumn[]> {
    return this.agendas.findColumns(null, this.clock.now());
  }

  today({ zone }: Pick<AgendaColumn, 'zone'>): LocalDay {
    return todayIn(zone, this.clock.now());
  }

  refusePast(day: LocalDay, today: LocalDay): void {
    if (day < today) throw new DomainError('opening.in_the_past', { today });
  }

  /** A column is drawn by one clock: it may work elsewhere, but not by another one. */
  async refuseForeignSites(column: AgendaColumn, siteIds: readonly (string | null)[]): Promise<void> {
    const asked = [...new Set(siteIds.flatMap((id) => id ?? []))];
    if (asked.length === 0) return;
    const zones = await this.sites.zonesOf(asked);
    for (const siteId of asked) {
      const zone = zones.get(siteId);
      if (zone === undefined) throw new DomainError('opening.unknown_site', { siteId });
      if (zone !== column.zone) throw new DomainError('opening.site_zone_differs', { siteId });
    }
  }

  /** Last in the transaction: what is kept of free days follows, the journal and the other desks are told. */
  async tell(columns: readonly AgendaColumn[], { from, to }: TouchedDays, subjectId: string): Promise<void> {
    await this.agenda.tell(
      columns.map(({ id, zone }) => ({
        resourceId: id,
        from: dayBounds(from, zone).start,
        to: to === null ? null : dayBounds(to, zone).end,
      })),
    );
    this.unitOfWork.noteSubject({ subjectId });
    this.unitOfWork.announce({ topic: 'practice', days: [], ids: [subjectId] });
  }
}
