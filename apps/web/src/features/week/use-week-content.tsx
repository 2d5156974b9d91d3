import { mergeIntervals, subtractIntervals } from '@pupitre/shared/planning/interval';
import type { MotifView } from '@pupitre/shared/practices/practice.contract';
import { useCallback, useMemo } from 'react';
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
import { piecesFor } from './week-motif';

type Shows = (taken: { readonly motifId: string | null }) => boolean;

export interface WeekContent {
  readonly columns: readonly PlannerColumn[];
  readonly cards: readonly PlannerCard[];
  readonly closed: readonly ClosedBlock[];
  readonly free: readonly FreeBlock[];
}

/** The week in the planner's terms: a column a day. `refusedId` is the visit that just flew back. */
export function useWeekContent(
  { setup, clock, search, column }: WeekScreen,
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
  const motif = setup.motifs.find(({ id }) => id === search.motif) ?? null;
  const shows = useCallback(
    ({ motifId }: { readonly motifId: string | null }) => !isFreeOnly && (motif === null || motifId === motif.id),
    [isFreeOnly, motif],
  );

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
      days.flatMap(({ day, visits, meetings }) => [
        ...visits
          .filter((visit) => shows(visit) && hasOwnCard(visit, meetings))
          .map((visit) => draw(visit, visit.id === refusedId)),
        ...meetings.filter(shows).map((meeting) => ({
          ...gathered.card(meeting, day, words.day(day)),
          line2: undefined,
          right: gathered.seats(meeting),
        })),
      ]),
    [days, draw, gathered, words, refusedId, shows],
  );
  const closed = useClosedBlocks(days, frame, setup.practice.zone, shows);
  const free = useFreeBlocks(useFittingDays(days, motif, column.id), holds);
  return { columns, cards, closed, free };
}

/** Of one motif, the places where it fits. */
function useFittingDays(days: readonly WeekDay[], motif: MotifView | null, columnId: string): readonly WeekDay[] {
  return useMemo(
    () => (motif ? days.map((day) => ({ ...day, free: piecesFor(motif, columnId, day.free) })) : days),
    [days, motif, columnId],
  );
}

/** Closed time with its reason; what is not shown for itself is taken time, without a name. */
function useClosedBlocks(days: readonly WeekDay[], frame: Frame, zone: string, shows: Shows): ClosedBlock[] {
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
      const hidden = [...activeVisits({ visits }), ...meetings].filter((taken) => !shows(taken));
      const shown = [...activeVisits({ visits }), ...meetings].filter(shows);
      const taken = subtractIntervals(mergeIntervals(hidden), [...load.closedSpans, ...shown]);
      return [...shut, ...taken.flatMap(({ startMin, endMin }) => cropped(day, startMin, endMin, t('taken')))];
    });
  }, [days, frame, shows, closedWords, t]);
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
