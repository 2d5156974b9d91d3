import {
  type AppointmentCard,
  type FreeSlotView,
  findFreeSlots,
  freeSlot,
} from '@pupitre/shared/planning/appointment.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { useCallback, useState } from 'react';
import { z } from 'zod';
import { announce } from '../../lib/announce';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { useProblemSentence } from '../../lib/problem-sentence';
import { SNAP_MINUTES } from '../../planner/geometry';
import type { TimeBlock } from '../../planner/types';
import type { DayScreen } from './day-screen-context';
import { putBack, readPince } from './pince';
import { lengthRefusals, placeRefusals } from './place-check';
import { useRefusalWords } from './use-refusal-words';
import type { VisitPlace } from './use-visit-mutations';

export interface DropRefusal {
  readonly visit: AppointmentCard;
  readonly sentence: string;
  /** What would do instead: another place, or a shorter stretch of this one. */
  readonly next: Required<VisitPlace> | null;
  /** The visit stays where it is: only its length was refused. */
  readonly isLength: boolean;
  readonly durationMin: number;
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
  readonly forget: () => void;
}

/** What the answer of a refused move offers instead. */
export function alternativesOf(error: unknown): FreeSlotView[] {
  if (!(error instanceof ApiProblem)) return [];
  const parsed = z.array(freeSlot).safeParse(error.details.alternatives);
  return parsed.success ? parsed.data : [];
}

const putBackIf = ({ id }: AppointmentCard) => {
  if (readPince()?.visit.id === id) putBack();
};
const lengthOf = ({ startMin, endMin }: Pick<AppointmentCard, 'startMin' | 'endMin'>) => endMin - startMin;
const isSamePlace = (visit: AppointmentCard, { resourceId, day, startMin }: VisitPlace) =>
  visit.resourceId === resourceId && visit.day === day && visit.startMin === startMin;
const asPlace = (slot: FreeSlotView | null | undefined): Required<VisitPlace> | null =>
  slot ? { resourceId: slot.resourceId, day: slot.day, startMin: slot.startMin, durationMin: lengthOf(slot) } : null;

/** Drops on the grid: refused here by the server's own rule, or there by the server; told with what would do instead. */
export function useDrops(screen: DayScreen): Drops {
  const { practiceId, setup, day, columns, now, words, acts } = screen;
  const [refusal, setRefusal] = useState<DropRefusal | null>(null);
  const say = useProblemSentence();
  const sayRefusal = useRefusalWords(words);

  const visitOf = useCallback(
    (cardId: string) => {
      const held = readPince()?.visit;
      if (held?.id === cardId) return held;
      return columns.flatMap(({ visits }) => visits).find(({ id }) => id === cardId);
    },
    [columns],
  );
  const refusalsAt = useCallback(
    (visit: AppointmentCard, place: VisitPlace) => {
      const durationMin = place.durationMin ?? lengthOf(visit);
      // Another day than the one shown is left to the server, which knows what is taken there.
      const appointments = place.day === day ? columns.flatMap(({ visits }) => visits) : undefined;
      const check = { setup, appointments, now, exceptId: visit.id };
      return isSamePlace(visit, place)
        ? lengthRefusals(visit, durationMin, check)
        : placeRefusals({ ...place, motifId: visit.motifId, durationMin }, check);
    },
    [setup, columns, day, now],
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

  const longest = (visit: AppointmentCard, place: Required<VisitPlace>) => {
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
    const refuse = (sentence: string, next: DropRefusal['next']) => {
      setRefusal({ visit, sentence, next, isLength, durationMin: place.durationMin, day });
      announce(sentence, true);
    };
    const [first] = refusalsAt(visit, place);
    if (first) {
      const next = isLength ? longest(visit, place) : asPlace(await nextFree(practiceId, visit, place));
      refuse(sayRefusal(first, place.day), next);
      return;
    }
    try {
      await acts.move(visit, place);
      putBackIf(visit);
    } catch (error) {
      refuse(say(error).sentence, isLength ? null : asPlace(alternativesOf(error)[0]));
    }
  };
  const drop = (cardId: string, block: TimeBlock) => {
    const visit = visitOf(cardId);
    if (visit) void move(visit, placeOf(block));
  };
  return { refusal: refusal?.day === day ? refusal : null, isAllowed, drop, move, forget: () => setRefusal(null) };
}

/** The first place that would do, in the same column; null when the question itself fails. */
async function nextFree(
  practiceId: string,
  visit: AppointmentCard,
  place: Required<VisitPlace>,
): Promise<FreeSlotView | null> {
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
