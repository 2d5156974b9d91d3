import { mergeIntervals, subtractIntervals } from '@pupitre/shared/planning/interval';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { withoutHeld } from '../../lib/free-pieces';
import { useMembership } from '../../lib/session';
import { useClosedWords } from '../../lib/use-closed-words';
import { heldIn } from '../../lib/use-hold-block';
import { hasOwnCard, useMeetingCard } from '../../lib/use-meeting-card';
import type { ClosedBlock, FreeBlock, HoldBlock, PlannerCard, PlannerColumn } from '../../planner/types';
import { useWeekCards } from './use-week-cards';
import { useWeekWords } from './use-week-words';
import { VisitCounts } from './visit-counts';
import type { WeekScreen } from './week-context';
import { activeVisits, type Frame, type WeekDay } from './week-days';

export interface WeekContent {
  readonly columns: readonly PlannerColumn[];
  readonly cards: readonly PlannerCard[];
  readonly closed: readonly ClosedBlock[];
  readonly free: readonly FreeBlock[];
}

/** The week in the planner's terms: a column a day. `refusedId` is the visit that just flew back. */
export function useWeekContent(
  { setup, clock, search }: WeekScreen,
  days: readonly WeekDay[],
  frame: Frame,
  refusedId: string | null,
  holds: readonly HoldBlock[],
): WeekContent {
  const { t } = useTranslation('week');
  const words = useWeekWords();
  const { permissions } = useMembership();
  const draw = useWeekCards(setup, permissions);
  const gathered = useMeetingCard();
  const { today } = clock;
  const isFreeOnly = search.libres === true;

  const columns = useMemo(
    () =>
      days.map(
        ({ day, load, visits }): PlannerColumn => ({
          ...{ id: day, title: words.day(day), load: [] },
          titleNote: day === today ? t('today') : undefined,
          isMarked: day === today,
          figure: load.occupancy === null ? undefined : words.percent(load.occupancy),
          gauge: load.occupancy ?? undefined,
          subtitle: <DayCounts load={load} visits={visits} />,
        }),
      ),
    [days, words, today, t],
  );
  const cards = useMemo(
    () =>
      days.flatMap(({ day, visits, meetings }) =>
        isFreeOnly
          ? []
          : [
              ...visits
                .filter((visit) => hasOwnCard(visit, meetings))
                .map((visit) => draw(visit, visit.id === refusedId)),
              ...meetings.map((meeting) => ({
                ...gathered.card(meeting, day, words.day(day)),
                line2: undefined,
                right: gathered.seats(meeting),
              })),
            ],
      ),
    [days, draw, gathered, words, refusedId, isFreeOnly],
  );
  const closed = useClosedBlocks(days, frame, setup.practice.zone, isFreeOnly);
  return { columns, cards, closed, free: useFreeBlocks(days, holds) };
}

/** Closed time with its reason; where only free places are asked, taken time too, without a name. */
function useClosedBlocks(days: readonly WeekDay[], frame: Frame, zone: string, isFreeOnly: boolean): ClosedBlock[] {
  const { t } = useTranslation('week');
  const closedWords = useClosedWords(zone);
  return useMemo(() => {
    const cropped = (columnId: string, startMin: number, endMin: number, label: string): ClosedBlock[] => {
      const [from, to] = [Math.max(startMin, frame.openMin), Math.min(endMin, frame.closeMin)];
      return from < to ? [{ columnId, startMin: from, endMin: to, label }] : [];
    };
    return days.flatMap(({ day, load, visits, meetings }) => {
      const shut = load.closedSpans.flatMap(({ startMin, endMin, reason }) =>
        cropped(day, startMin, endMin, closedWords(reason, day)),
      );
      if (!isFreeOnly) return shut;
      const taken = subtractIntervals(mergeIntervals([...activeVisits({ visits }), ...meetings]), load.closedSpans);
      return [...shut, ...taken.flatMap(({ startMin, endMin }) => cropped(day, startMin, endMin, t('taken')))];
    });
  }, [days, frame, isFreeOnly, closedWords, t]);
}

function useFreeBlocks(days: readonly WeekDay[], holds: readonly HoldBlock[]): FreeBlock[] {
  const { t } = useTranslation('week');
  const formats = useFormats();
  const words = useWeekWords();
  return useMemo(
    () =>
      days.flatMap(({ day, free }) =>
        withoutHeld(free, heldIn(holds, day)).map(({ startMin, endMin }): FreeBlock => {
          const label = formats.timeOfMinutes(startMin);
          const lengthLabel = formats.minutesSpan(endMin - startMin);
          const ariaLabel = t('free', { time: label, day: words.day(day), length: lengthLabel });
          return { ...{ columnId: day, startMin, endMin, label, lengthLabel, ariaLabel } };
        }),
      ),
    [days, holds, t, formats, words],
  );
}

/** « 24 RDV · 2 rajouts · 3 trous », « 14 RDV · complet »; nothing more than the visits where nothing is left to come. */
function DayCounts({ load, visits }: Pick<WeekDay, 'load' | 'visits'>) {
  const { t } = useTranslation('week');
  return (
    <>
      {(load.visits > 0 || load.closed === null) && <VisitCounts load={load} visits={visits} />}
      {load.occupancy === 100 && ` · ${t('full')}`}
      {load.holes > 0 && (
        <>
          {' · '}
          <b>{t('holes', { count: load.holes })}</b>
        </>
      )}
    </>
  );
}
