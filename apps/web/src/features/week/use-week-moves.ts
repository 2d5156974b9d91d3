import {
  type AppointmentCard,
  type AppointmentRequest,
  moveAppointment,
  type UndoableAct,
} from '@pupitre/shared/planning/appointment.contract';
import { swapAppointments } from '@pupitre/shared/planning/together.contract';
import type { WeekVisit } from '@pupitre/shared/planning/week.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../lib/announce';
import { callApi } from '../../lib/api-client';
import { placeCard } from '../../lib/day-copies';
import { useFormats } from '../../lib/formats';
import type { SeenHold } from '../../lib/holds.queries';
import { useProblemSentence } from '../../lib/problem-sentence';
import { refusedPlaceOf } from '../../lib/refused-place';
import { useMembership } from '../../lib/session';
import { useClosedWords } from '../../lib/use-closed-words';
import { useRefusalWords } from '../../lib/use-refusal-words';
import { useTellVisitAct } from '../../lib/visit-change';
import type { WeekScreen } from './week-context';
import type { WeekDay } from './week-days';
import { looksFree, placeInWeeks, readWeeksAgain, type WeekPlace } from './week-places';
import { lengthOf, type MoveRefusal, refusalOf } from './week-refusal';

type Override = AppointmentRequest['override'];

export interface WeekMoves {
  readonly refusal: MoveRefusal | null;
  readonly isAllowed: (visit: WeekVisit, place: WeekPlace) => boolean;
  readonly move: (visit: WeekVisit, place: WeekPlace, override?: Override) => Promise<void>;
  /** Moves what was just refused all the same. */
  readonly passOver: (reason: string) => Promise<void>;
  /** The refused visit and the one that stands there change places. */
  readonly swap: () => Promise<void>;
  readonly forget: () => void;
}

/**
 * Moves between the days of a column: drawn at once, undone by Ctrl+Z, given back with every reason when refused, and
 * passed over with a reason by whoever may.
 */
export function useWeekMoves(
  { practiceId, setup, column }: WeekScreen,
  days: readonly WeekDay[],
  holds: readonly SeenHold[],
): WeekMoves {
  const client = useQueryClient();
  const say = useProblemSentence();
  const sayRefusal = useRefusalWords(useClosedWords(setup.practice.zone));
  const { permissions } = useMembership();
  const tell = useTellMove(practiceId, column.shortName);
  const [refusal, setRefusal] = useState<MoveRefusal | null>(null);

  const refuse = (visit: WeekVisit, place: WeekPlace, error: unknown) => {
    const refused = refusedPlaceOf(error);
    const failure = { sentence: say(error).sentence, overridableWith: null, mayOverride: false };
    const told = refused?.refusals.map((one) => ({ ...one, sentence: sayRefusal(one, place.day) })) ?? [failure];
    setRefusal({ visit, place, told, ...refusalOf(visit, place, refused, { days, setup, permissions }) });
    announce(told.map(({ sentence }) => sentence).join(' '), true);
  };

  const move = async (visit: WeekVisit, { day, startMin, endMin }: WeekPlace, override: Override = null) => {
    setRefusal(null);
    if (visit.day === day && visit.startMin === startMin && visit.endMin === endMin) return;
    placeInWeeks(client, practiceId, { ...visit, day, startMin, endMin });
    try {
      const { appointment, act } = await callApi(moveAppointment, {
        params: { practiceId, appointmentId: visit.id },
        ifMatch: visit.version,
        body: { resourceId: visit.resourceId, day, startMin, durationMin: endMin - startMin, override },
      });
      placeCard(client, practiceId, appointment);
      placeInWeeks(client, practiceId, { ...visit, day, startMin, endMin, version: appointment.version });
      tell(appointment, act);
    } catch (error) {
      placeInWeeks(client, practiceId, visit);
      refuse(visit, { day, startMin, endMin }, error);
    } finally {
      void readWeeksAgain(client, practiceId);
    }
  };

  const swap = async () => {
    if (!refusal?.other) return;
    const { visit, other, place } = refusal;
    setRefusal(null);
    const inHand = ({ id, version }: WeekVisit) => ({ appointmentId: id, version });
    const body = { first: inHand(visit), second: inHand(other), override: null };
    try {
      const { appointments, act } = await callApi(swapAppointments, { params: { practiceId }, body });
      for (const appointment of appointments) placeCard(client, practiceId, appointment);
      const [first] = appointments;
      if (first) tell(first, act);
    } catch (error) {
      refuse(visit, place, error);
    } finally {
      void readWeeksAgain(client, practiceId);
    }
  };
  const passOver = async (reason: string) => {
    if (refusal?.codes) await move(refusal.visit, refusal.place, { codes: [...refusal.codes], reason });
  };

  const isAllowed = (visit: WeekVisit, place: WeekPlace) => {
    const isSameStart = visit.day === place.day && visit.startMin === place.startMin;
    const isShorter = isSameStart && lengthOf(place) <= lengthOf(visit);
    return isShorter || looksFree(days, holds, visit.id, place);
  };
  return { refusal, isAllowed, move, passOver, swap, forget: () => setRefusal(null) };
}

/** Says what was done, with its way back. */
function useTellMove(practiceId: string, column: string) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const tellAct = useTellVisitAct(practiceId);
  return useMemo(
    () => (visit: AppointmentCard, act: UndoableAct | null) => {
      const who = formats.nameFull(visit.patient);
      const kind = act?.kind === 'resized' || act?.kind === 'swapped' ? act.kind : 'moved';
      const sentence = t(`done.${kind}`, {
        ...{ who, column, day: formats.dateMedium(visit.day), time: formats.timeOfMinutes(visit.startMin) },
        length: formats.minutesSpan(lengthOf(visit)),
      });
      tellAct(act, { name: t(`lastAct.${kind}`, { who }), sentence });
      announce(sentence);
    },
    [t, formats, tellAct, column],
  );
}
