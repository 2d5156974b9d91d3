import { addDays } from '@pupitre/shared/time/zone';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { useScreenTitle } from '../../lib/screen-title';
import { useMay } from '../../lib/session';
import { PHONE, useMedia } from '../../lib/use-media';
import { PlannerSkeleton } from '../../planner/planner-skeleton';
import type { PlannerHandle } from '../../planner/types';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Fill } from '../../ui/slot';
import { StatusLegend } from '../../ui/status-tag';
import { LoadSkeleton } from './load-skeleton';
import { LoadTable } from './load-table';
import { PhoneWeek } from './phone-week';
import { PrintedWeek } from './printed-week';
import { RefusalBand } from './refusal-band';
import { useWeekHolds } from './use-week-holds';
import { useWeekMoves } from './use-week-moves';
import { useWeekScreen, useWeekView, type WeekPageProps } from './use-week-screen';
import { useWeekWords } from './use-week-words';
import './week.css';
import { loadsQuery } from './week.queries';
import { WeekBar } from './week-bar';
import { useWeek, WeekContext, type WeekScreen } from './week-context';
import type { WeekDay } from './week-days';
import { WeekGrid } from './week-grid';
import { loadsFor } from './week-motif';
import { WeekNotice } from './week-notice';

/** Semaine: the days of one column beside each other, or how full everybody is. */
export function WeekPage(props: WeekPageProps) {
  const { t } = useTranslation('week');
  const screen = useWeekScreen(props);
  if (screen) return <Week screen={screen} />;
  return (
    <div className="fault-box">
      <h1 className="sr">{t('screen')}</h1>
      <EmptyState>{t('noColumn')}</EmptyState>
    </div>
  );
}

function Week({ screen }: { screen: WeekScreen }) {
  const words = useWeekWords();
  const isPhone = useMedia(PHONE);
  const { practiceId, setup, days, search, clock, go, column, onFindPlace } = screen;
  const isLoads = search.vue === 'charge' && !isPhone;
  const { view, shown } = useWeekView(screen);
  const loads = useQuery({ ...loadsQuery(practiceId, days), enabled: isLoads });
  const motif = setup.motifs.find(({ id }) => id === search.motif) ?? null;
  const everybody = useMemo(() => loads.data && loadsFor(motif, loads.data), [loads.data, motif]);
  const mayBook = useMay()('appointment.book');
  const [monday = clock.today] = days;
  const turn = (weeks: 1 | -1 | 0) => go({ date: weeks === 0 ? undefined : addDays(monday, 7 * weeks) });
  const findPlace =
    onFindPlace && mayBook ? () => onFindPlace(isLoads ? null : column.id, later(clock.today, monday)) : undefined;
  useWeekKeys(turn, findPlace);
  useScreenTitle(words.title(days), words.span(days));
  const read = isLoads ? loads : view;
  return (
    <WeekContext value={screen}>
      <WeekBar
        isPhone={isPhone}
        loads={isLoads ? (everybody ?? []) : (shown?.map(({ load }) => load) ?? [])}
        shownDays={shown && !isLoads ? shown.map(({ day }) => day) : days}
        onTurn={turn}
        onFindPlace={findPlace}
      />
      {read.error && !read.data ? (
        <div className="fault-box">
          <ErrorState error={read.error} onRetry={() => void read.refetch()} />
        </div>
      ) : isLoads ? (
        everybody ? (
          <LoadTable loads={everybody} />
        ) : (
          <LoadSkeleton rows={screen.columns.length} height={60} />
        )
      ) : (
        <OneColumn key={column.id} days={shown} isPhone={isPhone} onTurn={turn} />
      )}
      {screen.strip}
      {!isLoads && (
        <Fill slot="footEnd">
          <StatusLegend />
        </Fill>
      )}
    </WeekContext>
  );
}

interface OneColumnProps {
  readonly days: readonly WeekDay[] | undefined;
  readonly isPhone: boolean;
  readonly onTurn: (weeks: 1 | -1 | 0) => void;
}

function OneColumn({ days = [], isPhone, onTurn }: OneColumnProps) {
  const { t } = useTranslation('week');
  const screen = useWeek();
  const grid = useRef<PlannerHandle>(null);
  const holds = useWeekHolds(screen);
  const moves = useWeekMoves(screen, days, holds);
  const first = days[0]?.day;
  const drawn = useRef(first);
  useEffect(() => {
    // Another week takes the old cells away, and the focus with them: it comes back to the grid, never to nowhere.
    if (!first || drawn.current === first) return;
    const isFirst = drawn.current === undefined;
    drawn.current = first;
    if (!isFirst && document.activeElement === document.body) grid.current?.focus();
  }, [first]);
  if (days.length === 0) return <PlannerSkeleton columns={6} label={t('loading')} />;
  return (
    <>
      <RefusalBand moves={moves} />
      <WeekNotice days={days} />
      {isPhone ? <PhoneWeek days={days} /> : <WeekGrid {...{ grid, days, holds, moves, onTurn }} />}
      <PrintedWeek days={days} />
    </>
  );
}

const later = (a: string, b: string): string => (a > b ? a : b);

function useWeekKeys(turn: (weeks: 1 | -1 | 0) => void, findPlace: (() => void) | undefined): void {
  const shared = { scope: 'global', groupKey: 'week:keys.title' } as const;
  useShortcut({ ...shared, id: 'week.today', keys: 'Home', labelKey: 'week:thisWeek', run: () => turn(0) });
  useShortcut({ ...shared, id: 'week.previous', keys: 'PageUp', labelKey: 'week:previous', run: () => turn(-1) });
  useShortcut({ ...shared, id: 'week.next', keys: 'PageDown', labelKey: 'week:next', run: () => turn(1) });
  useShortcut({ ...shared, id: 'week.print', keys: 'Ctrl+P', labelKey: 'week:print', run: () => window.print() });
  useShortcut({
    ...{ ...shared, id: 'week.book', keys: 'F8', labelKey: 'week:keys.book' },
    enabled: findPlace !== undefined,
    run: () => findPlace?.(),
  });
}
