import { Injectable } from '@nestjs/common';
import { assignLanes } from '@pupitre/shared/import/agenda/lanes';
import { AgendaPlaceRepository, type PlacedVisit } from './agenda-place.repository.js';

export interface LanedVisit {
  readonly line: number;
  readonly lane: number | null;
}

/** Where visits of a file stand beside what the columns hold already; nothing that stands is moved. */
@Injectable()
export class AgendaOverlaps {
  constructor(private readonly places: AgendaPlaceRepository) {}

  /** Told in the preview: those that will be shown beside another. */
  async mark(importId: string): Promise<void> {
    const visits = await this.places.proposed(importId);
    const laned = await this.lanes(visits);
    await this.places.markOverlapping(
      importId,
      laned.filter(({ lane }) => lane !== 0).map(({ line }) => line),
    );
  }

  async lanes(visits: readonly PlacedVisit[]): Promise<LanedVisit[]> {
    const laned: LanedVisit[] = [];
    for (const resourceId of new Set(visits.map((visit) => visit.resourceId))) {
      const wanted = visits.filter((visit) => visit.resourceId === resourceId);
      const [from, to] = [wanted.map(({ start }) => start), wanted.map(({ end }) => end)];
      const standing = await this.places.standing(resourceId, least(from), -least(to.map((end) => -end)));
      const lanes = assignLanes(standing, wanted);
      laned.push(...wanted.map(({ line }, at) => ({ line, lane: lanes[at] ?? null })));
    }
    return laned;
  }
}

/** A spread of a hundred thousand arguments is more than a call takes. */
function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.MAX_SAFE_INTEGER);
}
