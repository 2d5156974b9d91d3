import { moveAppointment } from '@pupitre/shared/planning/appointment.contract';
import type { WeekVisit } from '@pupitre/shared/planning/week.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../lib/announce';
import { callApi } from '../../lib/api-client';
import { placeCard } from '../../lib/day-copies';
import { useFormats } from '../../lib/formats';
import { useProblemSentence } from '../../lib/problem-sentence';
import { useTellVisitAct } from '../../lib/visit-change';
import type { TimeBlock } from '../../planner/types';
import type { WeekScreen } from './week-context';
import type { WeekDay } from './week-days';
import { looksFree, placeInWeeks, readWeeksAgain } from './week-places';

export interface MoveRefusal {
  readonly visit: WeekVisit;
  readonly sentence: string;
}

export interface WeekMoves {
  readonly refusal: MoveRefusal | null;
  readonly isAllowed: (visit: WeekVisit, block: TimeBlock) => boolean;
  readonly move: (visit: WeekVisit, block: TimeBlock) => Promise<void>;
  readonly forget: () => void;
}

const lengthOf = ({ startMin, endMin }: Pick<WeekVisit, 'startMin' | 'endMin'>) => endMin - startMin;

/** Moves between the days of a column: drawn at once, undone by Ctrl+Z, given back with the reason when refused. */
export function useWeekMoves({ practiceId, setup }: WeekScreen, days: readonly WeekDay[]): WeekMoves {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const client = useQueryClient();
  const say = useProblemSentence();
  const tellAct = useTellVisitAct(practiceId);
  const [refusal, setRefusal] = useState<MoveRefusal | null>(null);

  const move = async (visit: WeekVisit, { columnId, startMin, endMin }: TimeBlock) => {
    const day: LocalDay = columnId;
    setRefusal(null);
    if (visit.day === day && visit.startMin === startMin && visit.endMin === endMin) return;
    placeInWeeks(client, practiceId, { ...visit, day, startMin, endMin });
    try {
      const { appointment, act } = await callApi(moveAppointment, {
        params: { practiceId, appointmentId: visit.id },
        ifMatch: visit.version,
        body: { resourceId: visit.resourceId, day, startMin, durationMin: endMin - startMin },
      });
      placeCard(client, practiceId, appointment);
      placeInWeeks(client, practiceId, { ...visit, day, startMin, endMin, version: appointment.version });
      const who = formats.nameFull(appointment.patient);
      const column = setup.resources.find(({ id }) => id === visit.resourceId)?.shortName ?? '';
      const kind = act?.kind === 'resized' ? 'resized' : 'moved';
      const sentence = t(`done.${kind}`, {
        ...{ who, column, day: formats.dateMedium(day), time: formats.timeOfMinutes(startMin) },
        length: formats.minutesSpan(endMin - startMin),
      });
      tellAct(act, { name: t(`lastAct.${kind}`, { who }), sentence });
      announce(sentence);
    } catch (error) {
      placeInWeeks(client, practiceId, visit);
      const { sentence } = say(error);
      setRefusal({ visit, sentence });
      announce(sentence, true);
    } finally {
      void readWeeksAgain(client, practiceId);
    }
  };

  const isAllowed = (visit: WeekVisit, { columnId, startMin, endMin }: TimeBlock) => {
    const isShorter = visit.day === columnId && visit.startMin === startMin && endMin - startMin <= lengthOf(visit);
    return isShorter || looksFree(days, visit.id, { day: columnId, startMin, endMin });
  };
  return { refusal, isAllowed, move, forget: () => setRefusal(null) };
}
