import type { Permission } from '@pupitre/shared/access/roles';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { isActive } from '@pupitre/shared/planning/appointment-status';
import { type FreeSlotView, findFreeSlots } from '@pupitre/shared/planning/free-slots.contract';
import { intervalsOverlap } from '@pupitre/shared/planning/interval';
import { type ToldRefusal, toldRefusals } from '@pupitre/shared/planning/refused-place.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { useCallback, useState } from 'react';
import { announce } from '../../lib/announce';
import { callApi } from '../../lib/api-client';
import { useProblemSentence } from '../../lib/problem-sentence';
import { refusedPlaceOf } from '../../lib/refused-place';
import { useMembership } from '../../lib/session';
import { useRefusalWords } from '../../lib/use-refusal-words';
import { SNAP_MINUTES } from '../../planner/geometry';
import type { TimeBlock } from '../../planner/types';
import type { RefusalLine } from '../../ui/refusal-list';
import type { DayScreen } from './day-screen-context';
import { putBack, readPince } from './pince';
import { lengthRefusals, placeRefusals, rajoutAt } from './place-check';
import type { VisitPlace } from './use-visit-mutations';
import { canMove } from './visit-acts';

type VisitLength = Required<Omit<VisitPlace, 'override'>>;

export interface DropRefusal {
  readonly visit: AppointmentCard;
  /** Where it was let go. */
  readonly place: VisitLength;
  /** Every reason, each with who may pass over it; a single sentence when the failure is no refusal of the place. */
  readonly told: readonly RefusalLine[];
  /** All of them: what this person may pass over, with a reason. */
  readonly codes: readonly string[] | null;
  /** Where it would stand among the rajouts of its half-day; null when it stands alone. */
  readonly rajout: ReturnType<typeof rajoutAt> | null;
  /** What would do instead: another place, or a shorter stretch of this one. */
  readonly next: VisitLength | null;
  /** The one visit that stands there and could take the place this one leaves. */
  readonly other: AppointmentCard | null;
  /** The visit stays where it is: only its length was refused. */
  readonly isLength: boolean;
  /** The day on which it was refused: told there only. */
  readonly day: LocalDay;
}

export interface Drops {
  readonly refusal: DropRefusal | null;
  readonly isAllowed: (cardId: string, place: TimeBlock) => boolean;
  /** A card let go on the grid, or its edge. */
  readonly drop: (cardId: string, place: TimeBlock) => void;
  /** A visit sent to a place, of any day. */
  readonly move: (visit: AppointmentCard, place: VisitPlace) => Promise<void>;
  /** Moves what was just refused all the same. */
  readonly passOver: (reason: string) => Promise<void>;
  /** The refused visit and the one that stands there change places. */
  readonly swap: () => Promise<void>;
  readonly forget: () => void;
}

const putBackIf = ({ id }: AppointmentCard) => {
  if (readPince()?.visit.id === id) putBack();
};
const lengthOf = ({ startMin, endMin }: Pick<AppointmentCard, 'startMin' | 'endMin'>) => endMin - startMin;
const isSamePlace = (visit: AppointmentCard, { resourceId, day, startMin }: VisitPlace) =>
  visit.resourceId === resourceId && visit.day === day && visit.startMin === startMin;
const asPlace = (slot: FreeSlotView | null | undefined): VisitLength | null =>
  slot ? { resourceId: slot.resourceId, day: slot.day, startMin: slot.startMin, durationMin: lengthOf(slot) } : null;

/** Drops on the grid: refused here by the server's own rule, or there by the server; told with what would do instead. */
export function useDrops(screen: DayScreen): Drops {
  const { practiceId, setup, day, columns, now, words, acts } = screen;
  const [refusal, setRefusal] = useState<DropRefusal | null>(null);
  const say = useProblemSentence();
  const sayRefusal = useRefusalWords(words.closed);
  const { permissions } = useMembership();

  const visitOf = useCallback(
    (cardId: string) => {
      const held = readPince()?.visit;
      if (held?.id === cardId) return held;
      return columns.flatMap(({ visits }) => visits).find(({ id }) => id === cardId);
    },
    [columns],
  );
  /** Another day than the one shown is left to the server, which knows what is taken there. */
  const onDay = useCallback(
    (asked: LocalDay) => (asked === day ? columns.flatMap(({ visits }) => visits) : undefined),
    [columns, day],
  );
  const refusalsAt = useCallback(
    (visit: AppointmentCard, place: VisitPlace) => {
      const durationMin = place.durationMin ?? lengthOf(visit);
      const appointments = onDay(place.day);
      const { urgent, patient } = visit;
      const meetings = place.day === day ? columns.flatMap((column) => column.meetings) : undefined;
      const check = { setup, appointments, meetings, now, exceptId: visit.id, urgent, patientId: patient.id };
      return isSamePlace(visit, place)
        ? lengthRefusals(visit, durationMin, check)
        : placeRefusals({ ...place, motifId: visit.motifId, durationMin }, check);
    },
    [setup, onDay, now, columns, day],
  );
  const placeOf = useCallback(
    ({ columnId, startMin, endMin }: TimeBlock) => ({
      ...{ resourceId: columnId, day, startMin },
      durationMin: endMin - startMin,
    }),
    [day],
  );

  const isAllowed = useCallback(
    (cardId: string, block: TimeBlock) => {
      const visit = visitOf(cardId);
      return visit !== undefined && refusalsAt(visit, placeOf(block)).length === 0;
    },
    [visitOf, refusalsAt, placeOf],
  );

  const longest = (visit: AppointmentCard, place: VisitLength) => {
    const steps = Math.ceil((place.durationMin - lengthOf(visit)) / SNAP_MINUTES);
    const shorter = Array.from({ length: Math.max(0, steps) }, (_, step) => place.durationMin - step * SNAP_MINUTES)
      .map((durationMin) => ({ ...place, durationMin }))
      .find((offered) => offered.durationMin > lengthOf(visit) && refusalsAt(visit, offered).length === 0);
    return shorter ?? null;
  };
  const move = async (visit: AppointmentCard, asked: VisitPlace) => {
    setRefusal(null);
    const place = { ...asked, durationMin: asked.durationMin ?? lengthOf(visit) };
    const isLength = isSamePlace(visit, place);
    if (isLength && place.durationMin === lengthOf(visit)) {
      putBackIf(visit);
      return;
    }
    const refuse = (refusals: readonly ToldRefusal[], next: DropRefusal['next'], failure?: unknown) => {
      const told: RefusalLine[] =
        refusals.length > 0
          ? refusals.map((refused) => ({ ...refused, sentence: sayRefusal(refused, place.day) }))
          : [{ sentence: say(failure).sentence, overridableWith: null, mayOverride: false }];
      const canPassOver = refusals.length > 0 && refusals.every(({ mayOverride }) => mayOverride);
      const codes = canPassOver ? [...new Set(refusals.map(({ code }) => code))] : null;
      const isBeside = codes?.includes('appointment.slot_taken') === true;
      const request = { ...place, motifId: visit.motifId };
      const rajout = isBeside
        ? rajoutAt(request, { setup, appointments: onDay(place.day), now, exceptId: visit.id })
        : null;
      const other = isLength ? null : onlyMovable(visit, place, onDay(place.day), permissions);
      setRefusal({ visit, place, told, codes, rajout, next, other, isLength, day });
      announce(told.map(({ sentence }) => sentence).join(' '), true);
    };
    const refusals = asked.override ? [] : refusalsAt(visit, place);
    if (refusals.length > 0) {
      const next = isLength ? longest(visit, place) : asPlace(await nextFree(practiceId, visit, place));
      refuse(toldRefusals(refusals, permissions), next);
      return;
    }
    try {
      await acts.move(visit, place);
      putBackIf(visit);
    } catch (error) {
      const refused = refusedPlaceOf(error);
      refuse(refused?.refusals ?? [], isLength ? null : asPlace(refused?.alternatives[0]), error);
    }
  };
  const passOver = async (reason: string) => {
    if (!refusal?.codes) return;
    await move(refusal.visit, { ...refusal.place, override: { codes: [...refusal.codes], reason } });
  };
  const swap = async () => {
    if (!refusal?.other) return;
    const { visit, other } = refusal;
    setRefusal(null);
    try {
      await acts.swap(visit, other);
      putBackIf(visit);
    } catch (error) {
      const sentence = say(error).sentence;
      setRefusal({
        ...refusal,
        told: [{ sentence, overridableWith: null, mayOverride: false }],
        codes: null,
        other: null,
      });
      announce(sentence, true);
    }
  };
  const drop = (cardId: string, block: TimeBlock) => {
    const visit = visitOf(cardId);
    if (visit) void move(visit, placeOf(block));
  };
  const shown = refusal?.day === day ? refusal : null;
  return { refusal: shown, isAllowed, drop, move, passOver, swap, forget: () => setRefusal(null) };
}

/** Whom the visit would meet there, when it is one alone and may still be moved. */
function onlyMovable(
  visit: AppointmentCard,
  { resourceId, startMin, durationMin }: VisitLength,
  visits: readonly AppointmentCard[] = [],
  permissions: readonly Permission[],
): AppointmentCard | null {
  const met = visits.filter(
    (other) =>
      other.id !== visit.id &&
      other.resourceId === resourceId &&
      isActive(other.status) &&
      intervalsOverlap(other, { startMin, endMin: startMin + durationMin }),
  );
  const [only] = met;
  return only && met.length === 1 && canMove(only, permissions) ? only : null;
}

/** The first place that would do, in the same column; null when the question itself fails. */
async function nextFree(practiceId: string, visit: AppointmentCard, place: VisitLength): Promise<FreeSlotView | null> {
  const body = {
    durationMin: place.durationMin,
    motifId: visit.motifId,
    resourceIds: [place.resourceId],
    fromDay: place.day,
    fromMin: place.startMin,
    toDay: null,
    partOfDay: null,
    limit: 1,
    skip: 0,
  };
  const found = await callApi(findFreeSlots, { params: { practiceId }, body }).catch(() => null);
  return found?.slots[0] ?? null;
}
