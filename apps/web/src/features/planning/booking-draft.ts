import { patientHit } from '@pupitre/shared/patients/patient.contract';
import { freeSlot } from '@pupitre/shared/planning/free-slots.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { z } from 'zod';
import { offeredMotifs } from '../../lib/offered-motifs';
import { createStore, useStore } from '../../lib/store';
import type { PatientInHand } from './patient-in-hand';
import { leaveUrgent } from './urgent-draft';

export type { PatientInHand } from './patient-in-hand';

export interface SlotPlace {
  readonly resourceId: string;
  readonly day: LocalDay;
  readonly startMin: number;
}

/** Where the focus lands as the panel opens: on the patient, or before the slots (↓ enters, ↵ books). */
export type BookingEntry = 'patient' | 'slots';

export interface BookingDraft {
  readonly isOpen: boolean;
  readonly patient: PatientInHand | null;
  /** Null: the patient's usual motif, else the first one offered. */
  readonly motifId: string | null;
  /** Null: the motif's. */
  readonly durationMin: number | null;
  /** Column the slots are looked for in; null: any that offers the motif. */
  readonly agendaId: string | null;
  readonly fromDay: LocalDay | null;
  readonly toDay: LocalDay | null;
  readonly partOfDay: 'morning' | 'afternoon' | null;
  /** « Three more ». */
  readonly page: number;
  readonly place: SlotPlace | null;
  readonly note: string;
  readonly urgent: boolean;
  readonly walkIn: boolean;
  /** Asked for across the counter, not by telephone. */
  readonly atDesk: boolean;
  /** Why what stands in the way of `at` is passed over: another place is another question. */
  readonly override: { readonly at: string; readonly reason: string } | null;
  readonly entry: BookingEntry;
  /** Grows each time the panel is asked for: the focus goes to its entry again. */
  readonly asked: number;
}

/** What is the person's own in it: kept on the server while she types. */
export const typedBooking = z.object({
  patient: patientHit
    .pick({ id: true, usedName: true, birthName: true, firstName: true, sex: true, birthDate: true })
    .extend(
      patientHit.pick({ city: true, phoneEnd: true, usualPractitionerId: true, usualMotifId: true }).partial().shape,
    )
    .nullable(),
  motifId: z.string().nullable(),
  durationMin: z.number().nullable(),
  agendaId: z.string().nullable(),
  fromDay: z.string().nullable(),
  toDay: z.string().nullable(),
  partOfDay: z.enum(['morning', 'afternoon']).nullable(),
  place: freeSlot.omit({ endMin: true }).nullable(),
  note: z.string(),
  urgent: z.boolean(),
  walkIn: z.boolean(),
  atDesk: z.boolean().default(false),
  override: z.object({ at: z.string(), reason: z.string() }).nullable().default(null),
});
export type TypedBooking = z.output<typeof typedBooking>;

export const typedOf = (draft: BookingDraft): TypedBooking => typedBooking.parse(draft);

/** A place alone is a click, not yet something typed. */
export const isBookingTyped = ({ patient, note, motifId, urgent }: TypedBooking): boolean =>
  patient !== null || note.trim() !== '' || motifId !== null || urgent;

const blank: BookingDraft = {
  isOpen: false,
  patient: null,
  motifId: null,
  durationMin: null,
  agendaId: null,
  fromDay: null,
  toDay: null,
  partOfDay: null,
  page: 0,
  place: null,
  note: '',
  urgent: false,
  walkIn: false,
  atDesk: false,
  override: null,
  entry: 'patient',
  asked: 0,
};

/** In memory only, and of one practice: what is typed outlives the panel, not the page. */
interface Held {
  readonly practiceId: string;
  readonly draft: BookingDraft;
  /** Account that typed it; null until a day is on screen to say who sits here. */
  readonly owner: string | null;
}
const nothing: Held = { practiceId: '', draft: blank, owner: null };
const drafts = createStore<Held>(nothing);

const heldFor = (practiceId: string) => (drafts.get().practiceId === practiceId ? drafts.get().draft : blank);

export function useBookingDraft(practiceId: string): BookingDraft {
  const held = useStore(drafts);
  return held.practiceId === practiceId ? held.draft : blank;
}

export function changeDraft(practiceId: string, part: Partial<BookingDraft>): void {
  const { owner } = drafts.get();
  drafts.set({ practiceId, draft: { ...heldFor(practiceId), ...part }, owner });
}

/** Opens the panel on what was kept, changed by `part`. */
export function openDraft(practiceId: string, part: Partial<BookingDraft>): void {
  leaveUrgent();
  changeDraft(practiceId, { ...part, isOpen: true, asked: heldFor(practiceId).asked + 1 });
}

export const placeKey = ({ resourceId, day, startMin }: SlotPlace): string => `${resourceId} ${day} ${startMin}`;

/** The panel goes, what was typed stays. */
export function closeDraft(practiceId: string): void {
  leaveUrgent();
  changeDraft(practiceId, { isOpen: false });
}

export const clearDraft = (practiceId: string): void =>
  drafts.set({ practiceId, draft: { ...blank, asked: heldFor(practiceId).asked }, owner: null });

/** Says who sits at the desk; true when what was kept was somebody else's and is now forgotten. */
export function claimDraft(accountId: string): boolean {
  const { owner } = drafts.get();
  const isForeign = owner !== null && owner !== accountId;
  if (isForeign) leaveUrgent();
  drafts.set(isForeign ? { ...nothing, owner: accountId } : { ...drafts.get(), owner: accountId });
  return isForeign;
}

/** The session ended on this screen: nothing of a patient stays in memory. */
export function forgetDraft(): void {
  leaveUrgent();
  drafts.set(nothing);
}

export interface BookingWish {
  readonly patient: PatientInHand;
  readonly motifId?: string | null;
  readonly durationMin?: number | null;
  readonly resourceId?: string | null;
  readonly fromDay?: LocalDay | null;
  readonly toDay?: LocalDay | null;
  readonly partOfDay?: 'morning' | 'afternoon' | null;
  readonly urgent?: boolean;
  readonly place?: SlotPlace | null;
}

/**
 * For the palette, a file or a call: puts a patient in hand with what was asked. On the day's screen the panel opens
 * with three slots shown and the focus before them. In memory only: the address says nothing of it.
 */
export function startBooking(setup: PracticeSetup, wish: BookingWish): void {
  const practiceId = setup.practice.id;
  const { patient, motifId = null, durationMin = null, fromDay = null, toDay = null, partOfDay = null } = wish;
  const usual = setup.practitioners.find(({ id }) => id === patient.usualPractitionerId)?.resourceId ?? null;
  const agendaId = wish.resourceId ?? wish.place?.resourceId ?? agendaFor(setup, usual, motifId);
  clearDraft(practiceId);
  openDraft(practiceId, {
    ...{ patient, motifId, durationMin, agendaId, fromDay, toDay, partOfDay },
    place: wish.place ?? null,
    urgent: wish.urgent ?? false,
    entry: 'slots',
  });
}

/** Her usual practitioner, unless the motif asked for is not offered there. */
function agendaFor(setup: PracticeSetup, usual: string | null, motifId: string | null): string | null {
  const resource = setup.resources.find(({ id, active }) => id === usual && active);
  if (!resource) return null;
  return motifId && !offeredMotifs(setup, resource.id).some(({ id }) => id === motifId) ? null : resource.id;
}

/** The motif booked: the one chosen, else the usual one where it is offered, else the first on offer. */
export function motifOf(setup: PracticeSetup, draft: BookingDraft) {
  const offered = offeredMotifs(setup, draft.place?.resourceId ?? draft.agendaId);
  const named = (id: string | null | undefined) => offered.find((motif) => motif.id === id);
  const chosen = setup.motifs.find(({ id }) => id === draft.motifId);
  return chosen ?? named(draft.patient?.usualMotifId) ?? offered[0];
}
