import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayListLabels } from '../planner/day-list';
import type { PlannerCard, PlannerLabels } from '../planner/types';
import { useFormats } from './formats';

const nameOf = (card: PlannerCard) => `${card.nom} ${card.prenom}`;

/** What a grid of this name says and announces, in the person's language; the same object while both stay. */
export function usePlannerLabels(grid: string): PlannerLabels {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  return useMemo(() => {
    const time = formats.timeOfMinutes;
    return {
      grid,
      time,
      hour: time,
      cell: (column, startMin, endMin) =>
        t('planner.cell', { column, time: time(startMin), length: formats.minutesSpan(endMin - startMin) }),
      held: (seconds, short) => {
        const left = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
        return short ? left : t('planner.held', { time: left });
      },
      announceCarried: (card, column, startMin) =>
        t('planner.carried', { name: nameOf(card), column, time: time(startMin) }),
      announceTarget: (column, startMin, endMin) =>
        t('planner.target', { column, from: time(startMin), to: time(endMin) }),
      length: (startMin, endMin) =>
        t('planner.length', {
          span: formats.timeRange(startMin, endMin),
          length: formats.minutesSpan(endMin - startMin),
        }),
      announceLength: (startMin, endMin) =>
        t('planner.lengthSaid', {
          from: time(startMin),
          to: time(endMin),
          length: formats.minutesSpan(endMin - startMin),
        }),
      announceDropped: (card, column, startMin) =>
        t('planner.dropped', { name: nameOf(card), column, time: time(startMin) }),
      announceReturned: (card) => t('planner.returned', { name: nameOf(card) }),
    };
  }, [t, formats, grid]);
}

export function useDayListLabels(): DayListLabels {
  const { t } = useTranslation(['planning', 'status']);
  const formats = useFormats();
  return useMemo(
    () => ({
      time: formats.timeOfMinutes,
      span: formats.timeRange,
      status: {
        free: t('rows.free'),
        closed: t('rows.closed'),
        held: t('status:word.held'),
      },
      columns: {
        time: t('rows.time'),
        patient: t('rows.patient'),
        reason: t('rows.reason'),
        status: t('rows.status'),
        detail: t('rows.detail'),
      },
      nothing: t('rows.nothing'),
    }),
    [t, formats],
  );
}
