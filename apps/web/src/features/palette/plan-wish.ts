import type { PartOfDay } from '@pupitre/shared/planning/booking-when';
import type { BookingWords } from '@pupitre/shared/planning/booking-words';
import type { FreeSlotView } from '@pupitre/shared/planning/free-slots.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import type { BookingCriteria } from './booking-criteria';

/** What the booking panel starts from; what is absent is for the panel to choose. */
export interface PlanWish {
  motifId?: string;
  durationMin?: number;
  resourceId?: string;
  fromDay?: LocalDay;
  toDay?: LocalDay | null;
  partOfDay?: PartOfDay;
  urgent?: boolean;
  /** A place already pointed at. */
  place?: FreeSlotView;
}

/** What the sentence says, for a panel to go on with. */
export const saidWish = ({ motifId, durationMin, resourceIds, when, urgent }: BookingWords): PlanWish => ({
  ...{ motifId, durationMin, urgent },
  ...(resourceIds.length === 1 && { resourceId: resourceIds[0] }),
  ...(when && { fromDay: when.fromDay, toDay: when.toDay, partOfDay: when.partOfDay }),
});

/** A place pointed at, and what it is for. */
export const slotWish = (place: FreeSlotView, criteria: BookingCriteria | null): PlanWish => ({
  motifId: place.motifId ?? criteria?.motif.id,
  durationMin: place.endMin - place.startMin,
  urgent: criteria?.urgent,
  resourceId: place.resourceId,
  fromDay: place.day,
  place,
});
