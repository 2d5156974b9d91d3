import type { RefusalCode } from '@pupitre/shared/planning/booking-overrides';
import type { BookingContext, BookingRequest, Refusal } from '@pupitre/shared/planning/booking-refusals';
import type { AgendaColumn, OfferedMotif } from '../practices/practices.public.js';
import type { PlaceClaim } from './claim.repository.js';

/** A place that was checked under lock and may be written. */
export interface CheckedPlace {
  readonly column: AgendaColumn;
  readonly motif: OfferedMotif;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** The column's own first, then each room and machine, with their preparation and cleaning. */
  readonly claims: readonly PlaceClaim[];
  readonly companionIds: readonly string[];
  /** Refusals passed over by somebody with the right, and why; the reason of a rajout apart. */
  readonly overridden: readonly RefusalCode[];
  readonly overrideReason: string;
  readonly rajoutReason: string | null;
}

export interface PlaceOptions {
  /** Whose visit: absent, nothing is asked about the patient. */
  readonly patientId?: string;
  readonly channel?: string;
  readonly urgent?: boolean;
  readonly walkIn?: boolean;
  /** Visits being moved do not stand in the way. */
  readonly exceptAppointmentIds?: readonly string[];
  /** Columns to hold besides the wanted one: the place a visit leaves. */
  readonly alsoLock?: readonly string[];
  /** Rooms and machines to keep when they are free. */
  readonly companionIds?: readonly string[];
  /** What the visit has where it stands, when only its length changes, and why it stands beside others. */
  readonly held?: readonly PlaceClaim[];
  readonly rajoutReason?: string | null;
  /** The motif of a known visit is chosen anew: whether it is for new or for known patients is asked again. */
  readonly isRecast?: boolean;
  readonly override?: { readonly codes: readonly string[]; readonly reason: string } | null | undefined;
}

/** What a place asked for would meet. Without a place when no instant answers to what was asked. */
export interface JudgedPlace {
  readonly refusals: readonly Refusal[];
  readonly place: CheckedPlace | null;
}

export type PlaceRule = (request: BookingRequest, context: BookingContext) => Refusal[];
