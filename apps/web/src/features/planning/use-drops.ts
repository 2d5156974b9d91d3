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
import type { SlotPlace } from './booking-draft';
import type { DayScreen } from './day-screen-context';
import { putBack, readPince } from './pince';
import { placeRefusals } from './place-check';
import { useRefusalWords } from './use-refusal-words';

export interface DropRefusal {
  readonly visit: AppointmentCard;
  readonly sentence: string;
  readonly next: FreeSlotView | null;
  /** The day on which it was refused: told there only. */
  readonly day: LocalDay;
}

export interface Drops {
  readonly refusal: DropRefusal | null;
  readonly isAllowed: (cardId: string, columnId: string, startMin: number) => boolean;
  /** A card let go on the grid. */
  readonly drop: (cardId: string, columnId: string, startMin: number) => void;
  /** A visit sent to a place, of any day. */
  readonly move: (visit: AppointmentCard, place: SlotPlace) => Promise<void>;
  readonly forget: () => void;
}

/** What the answer of a refused move offers instead. */
export function alternativesOf(error: unknown): FreeSlotView[] {
  if (!(error instanceof ApiProblem)) return [];
  const parsed = z.array(freeSlot).safeParse(error.details.alternatives);
  return parsed.success ? parsed.data : [];
}

/** Drops on the grid: refused here by the server's own rule, or there by the server; told with the next free place. */
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
    (visit: AppointmentCard, place: SlotPlace) => {
      const request = { ...place, motifId: visit.motifId, durationMin: visit.endMin - visit.startMin };
      // Another day than the one shown is left to the server, which knows what is taken there.
      const appointments = place.day === day ? columns.flatMap(({ visits }) => visits) : undefined;
      return placeRefusals(request, { setup, appointments, now, exceptId: visit.id });
    },
    [setup, columns, day, now],
  );

  const isAllowed = useCallback(
    (cardId: string, resourceId: string, startMin: number) => {
      const visit = visitOf(cardId);
      return visit !== undefined && refusalsAt(visit, { resourceId, day, startMin }).length === 0;
    },
    [visitOf, refusalsAt, day],
  );

  const refuse = (visit: AppointmentCard, sentence: string, next: FreeSlotView | null) => {
    setRefusal({ visit, sentence, next, day });
    announce(sentence, true);
  };
  const move = async (visit: AppointmentCard, place: SlotPlace) => {
    setRefusal(null);
    const [first] = refusalsAt(visit, place);
    if (first) {
      refuse(visit, sayRefusal(first, place.day), await nextFree(practiceId, visit, place));
      return;
    }
    try {
      await acts.move(visit, place);
      if (readPince()?.visit.id === visit.id) putBack();
    } catch (error) {
      refuse(visit, say(error).sentence, alternativesOf(error)[0] ?? null);
    }
  };
  const drop = (cardId: string, resourceId: string, startMin: number) => {
    const visit = visitOf(cardId);
    if (visit) void move(visit, { resourceId, day, startMin });
  };
  return { refusal: refusal?.day === day ? refusal : null, isAllowed, drop, move, forget: () => setRefusal(null) };
}

/** The first place that would do, in the same column; null when the question itself fails. */
async function nextFree(practiceId: string, visit: AppointmentCard, place: SlotPlace): Promise<FreeSlotView | null> {
  const body = {
    durationMin: visit.endMin - visit.startMin,
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
