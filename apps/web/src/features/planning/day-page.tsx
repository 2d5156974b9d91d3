import { lazy, type RefObject, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useScreenTitle } from '../../lib/screen-title';
import { PlannerSkeleton } from '../../planner/planner-skeleton';
import type { PlannerHandle } from '../../planner/types';
import { ErrorState } from '../../ui/error-state';
import { Fill } from '../../ui/slot';
import { StatusLegend } from '../../ui/status-tag';
import { useBookingDraft } from './booking-draft';
import { BookingPanel } from './booking-panel';
import { DayBar } from './day-bar';
import { DayGrid } from './day-grid';
import { DayNotice } from './day-notice';
import { DayScreenContext, useDayScreen as useOpenDay } from './day-screen-context';
import { DropBanner } from './drop-banner';
import { PinceStatus } from './pince-strip';
import './planning.css';
import { PrintedDay } from './printed-day';
import { useUrgent } from './urgent-draft';
import { useDayKeys } from './use-day-keys';
import { type DayPageProps, useDayScreen } from './use-day-screen';
import { type Drops, useDrops } from './use-drops';
import { useHoveredHold } from './use-hovered-hold';
import { VisitPanel } from './visit-panel';

const UrgentPanel = lazy(() => import('./urgent-panel').then((file) => ({ default: file.UrgentPanel })));

const MeetingPanel = lazy(() => import('./meeting-panel').then((file) => ({ default: file.MeetingPanel })));

/** The Jour screen: the day of everybody, one panel, and the keys that change a visit. */
export function DayPage(props: DayPageProps) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const grid = useRef<PlannerHandle>(null);
  const { screen, view } = useDayScreen(props, grid);
  const { practiceId, day, columns } = screen;
  const draft = useBookingDraft(practiceId);
  const urgent = useUrgent(practiceId);
  const drops = useDrops(screen);
  useHoveredHold(screen, drops);
  useDayKeys(screen);
  useFocusKept(grid, view.data?.day);
  useScreenTitle(t('screen'), formats.dateMedium(day));

  return (
    <DayScreenContext value={screen}>
      <DayBar />
      {drops.refusal && <DropBanner drops={drops} />}
      {view.error && !view.data ? (
        <div className="fault-box">
          <ErrorState error={view.error} onRetry={() => void view.refetch()} />
        </div>
      ) : view.data ? (
        <>
          {screen.renderNotices?.()}
          <DayNotice />
          <DayGrid grid={grid} drops={drops} />
          {screen.renderStrip?.({
            day,
            resourceIds: columns.map(({ resource }) => resource.id),
            onLeave: () => screen.focusGrid(),
          })}
        </>
      ) : (
        <PlannerSkeleton columns={Math.max(1, columns.length)} label={t('loading')} />
      )}
      {urgent ? (
        <Suspense>
          <UrgentPanel key={urgent.asked} draft={urgent} />
        </Suspense>
      ) : draft.isOpen ? (
        <BookingPanel key={draft.asked} />
      ) : (
        <SidePanel drops={drops} />
      )}
      <PinceStatus />
      <Fill slot="footEnd">
        <StatusLegend />
      </Fill>
      <PrintedDay />
    </DayScreenContext>
  );
}

/** The visit in the address, else the meeting there. */
function SidePanel({ drops }: { drops: Drops }) {
  const { search, columns } = useOpenDay();
  if (search.rdv) return <VisitPanel key={search.rdv} id={search.rdv} onMove={drops.move} />;
  const meeting = columns.flatMap(({ meetings }) => meetings).find(({ id }) => id === search.seance);
  return meeting ? (
    <Suspense fallback={null}>
      <MeetingPanel key={meeting.id} meeting={meeting} />
    </Suspense>
  ) : null;
}

/** Another day takes the old cells away, and the focus with them: it comes back to the grid, never to nowhere. */
function useFocusKept(grid: RefObject<PlannerHandle | null>, drawnDay: string | undefined): void {
  const last = useRef(drawnDay);
  useEffect(() => {
    if (!drawnDay || last.current === drawnDay) return;
    const isFirst = last.current === undefined;
    last.current = drawnDay;
    if (!isFirst && document.activeElement === document.body) grid.current?.focus();
  }, [grid, drawnDay]);
}
