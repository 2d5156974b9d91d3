import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { subtractIntervals } from '@pupitre/shared/planning/interval';
import { localSpan } from '@pupitre/shared/planning/local-span';
import { type Fit, fitsOf, type WaitingWish } from '@pupitre/shared/planning/waiting-fit';
import type { FirstPlace, findFits, WaitingEntry, WaitingHole } from '@pupitre/shared/planning/waiting-list.contract';
import { toLocal } from '@pupitre/shared/time/zone';
import { Clock } from '../../../platform/clock.js';
import { type OfferedMotif, PracticeAgendas } from '../../practices/practices.public.js';
import { BookingDesk } from '../booking-desk.js';
import { type FreeStretch, FreeStretches } from './free-stretches.js';
import { WaitingListRepository } from './waiting-list.repository.js';
import { type StoredWish, WaitingWishRepository } from './waiting-wish.repository.js';

type FitQuestion = InputOf<typeof findFits>['body'];
type Wish = StoredWish & { readonly motif: OfferedMotif };

interface Found {
  readonly holes: WaitingHole[];
  readonly firstPlaces: FirstPlace[];
  readonly entries: WaitingEntry[];
}

const mostFits = 10;

/** Free stretches and who of the list fits them, in the order to call. Whom the desk could not book is not named. */
@Injectable()
export class WaitingFitService {
  constructor(
    private readonly agendas: PracticeAgendas,
    private readonly stretches: FreeStretches,
    private readonly wishes: WaitingWishRepository,
    private readonly entries: WaitingListRepository,
    private readonly desk: BookingDesk,
    private readonly clock: Clock,
  ) {}

  async find(question: FitQuestion): Promise<Found> {
    const now = this.clock.now();
    const wishes = await this.wishesBetween(question);
    if (wishes.length === 0) return { holes: [], firstPlaces: [], entries: [] };
    const holes: WaitingHole[] = [];
    const first = new Map<string, FirstPlace>();
    for (const stretch of await this.stretches.find(question)) {
      const suited = fitsOf(stretch, wishes.map(seenFrom(stretch)), now);
      const fits = await this.bookable(stretch, suited, wishes);
      const { resourceId, day, startMin, endMin } = stretch;
      for (const { entryId, ...fit } of fits.filter(({ entryId }) => !first.has(entryId))) {
        const place = { entryId, resourceId, day, startMin: fit.startMin, endMin: fit.endMin };
        first.set(entryId, { ...place, hole: { startMin, endMin } });
      }
      if (fits.length > 0) {
        holes.push({ resourceId, day, startMin, endMin, fits: fits.slice(0, mostFits), total: fits.length });
      }
    }
    const named = new Set(holes.flatMap(({ fits }) => fits.map(({ entryId }) => entryId)));
    return { holes, firstPlaces: [...first.values()], entries: await this.entries.findAll([...named]) };
  }

  private async wishesBetween({ fromDay, toDay, entryId }: FitQuestion): Promise<Wish[]> {
    const stored = await this.wishes.findBetween(fromDay, toDay, entryId);
    const motifs = new Map<string, OfferedMotif | null>();
    for (const { motifId } of stored) {
      if (!motifs.has(motifId)) motifs.set(motifId, await this.agendas.motif(motifId));
    }
    return stored.flatMap((wish): Wish[] => {
      const motif = motifs.get(wish.motifId);
      return motif?.active ? [{ ...wish, motif }] : [];
    });
  }

  /** Most motifs ask nothing but a free column, which was looked at; of the others the desk itself is asked. */
  private async bookable({ resourceId, day }: FreeStretch, fits: readonly Fit[], wishes: readonly Wish[]) {
    const kept: WaitingHole['fits'] = [];
    for (const { reasons, ...fit } of fits) {
      const wish = wishes.find(({ id }) => id === fit.entryId);
      if (!wish) continue;
      const { motif, patientId, currentId, durationMin } = wish;
      const request = { resourceId, motifId: motif.id, day, startMin: fit.startMin, durationMin };
      const options = { patientId, channel: 'desk', exceptAppointmentIds: currentId ? [currentId] : [] };
      if (asksNothing(motif) || (await this.desk.judge(request, options)).refusals.length === 0) {
        kept.push({ ...fit, reasons: [...reasons] });
      }
    }
    return kept;
  }
}

/**
 * The wish by the clock of the stretch: where she is otherwise, and what her visit must leave free of it, are minutes
 * that are not hers.
 */
const seenFrom =
  (stretch: FreeStretch) =>
  ({ visits, currentStartsAt, motif, ...wish }: Wish): WaitingWish => {
    const { day, zone } = stretch;
    const elsewhere = visits.flatMap(({ startsAt, endsAt }) => localSpan(startsAt, endsAt, day, zone) ?? []);
    const { gridMin, beforeMin, afterMin } = motif;
    const hasMargins = beforeMin > 0 || afterMin > 0;
    const kept = hasMargins ? subtractIntervals([stretch], stretch.roomFor({ beforeMin, afterMin })) : [];
    const current = currentStartsAt === null ? null : startIn(zone, currentStartsAt);
    return { ...wish, gridMin, current, busy: [...elsewhere, ...kept].map((span) => ({ ...span, day })) };
  };

function startIn(zone: string, startsAt: string): WaitingWish['current'] {
  const { day, minutes } = toLocal(new Date(startsAt), zone);
  return { day, startMin: minutes };
}

const asksNothing = ({ needs, patients, channels }: OfferedMotif): boolean =>
  needs.length === 0 && patients === 'all' && channels.includes('desk');
