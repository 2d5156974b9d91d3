import { toLocal } from '@pupitre/shared/time/zone';
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useMemo } from 'react';
import { useNow } from '../../lib/clock';
import { setupQuery } from '../../lib/practice-setup';
import { sessionQuery, useMembership, useSession } from '../../lib/session';
import { usePendingChanges, withPending } from '../../lib/visit-change';
import type { PlannerHandle } from '../../planner/types';
import { claimDraft, forgetDraft } from './booking-draft';
import { columnDay, frameOf } from './column-days';
import type { DayLinks, DayScreen } from './day-screen-context';
import type { DaySearch } from './day-search';
import { meetingsQuery } from './meetings.queries';
import { putBack } from './pince';
import { dayQuery } from './planning.queries';
import { useTogether } from './use-together';
import { useSavedViews } from './use-views';
import { useVisitMutations } from './use-visit-mutations';
import { useWords } from './use-words';
import { columnsOf } from './views';

export interface DayPageProps extends DayLinks {
  readonly search: DaySearch;
  readonly onSearch: (part: Partial<DaySearch>, replace: boolean) => void;
}

const MINUTE_MS = 60_000;

/** Everything the Jour screen stands on: the setup, the day, and the changes to it. */
export function useDayScreen(props: DayPageProps, grid: RefObject<PlannerHandle | null>) {
  const { search, onSearch, renderPatientPicker, renderStrip, onOpenFile, onCollect, onWait, ...more } = props;
  const { practiceId } = useMembership();
  const { data: setup } = useSuspenseQuery(setupQuery(practiceId));
  const now = useNow(MINUTE_MS);
  const { zone } = setup.practice;
  const clock = useMemo(() => {
    const { day, minutes } = toLocal(now, zone);
    return { today: day, minute: minutes };
  }, [now, zone]);
  const day = search.date ?? clock.today;
  const view = useQuery(dayQuery(practiceId, day));
  const words = useWords(setup);
  const acts = useTogether(useVisitMutations(practiceId, words), props.askTogether);
  useForgetting();

  const { saved } = useSavedViews(practiceId);
  const { data } = view;
  const pending = usePendingChanges(practiceId);
  const { data: meetings } = useQuery(meetingsQuery(practiceId, day));
  const columns = useMemo(() => {
    const busy = new Set(data?.appointments.map(({ resourceId }) => resourceId));
    const shown = {
      ...(data ?? { day, lateness: [] }),
      appointments: [...withPending(data?.appointments ?? [], pending)],
    };
    return columnsOf(setup, search.vue, busy, saved).map((resource) =>
      columnDay(setup, shown, resource, clock, meetings),
    );
  }, [setup, data, pending, meetings, day, search.vue, saved, clock]);
  const frame = useMemo(() => frameOf(columns), [columns]);

  const go = useCallback((part: Partial<DaySearch>, replace = false) => onSearch(part, replace), [onSearch]);
  const focusGrid = useCallback(
    (visitId?: string) => {
      // After the panel's own focus moved: the grid must have drawn what it is asked to hold.
      requestAnimationFrame(() => {
        if (visitId) grid.current?.focusCard(visitId);
        else grid.current?.focus();
        // The visit may stand on another day: the focus goes to the grid all the same, never to nowhere.
        requestAnimationFrame(() => document.activeElement === document.body && grid.current?.focus());
      });
    },
    [grid],
  );

  // One object a render: whoever reads it draws from most of its parts.
  const screen: DayScreen = {
    ...{ practiceId, setup, day, clock, now, search, go, columns, frame, words, acts, focusGrid },
    ...{ renderPatientPicker, renderStrip, onOpenFile, onCollect, onWait, ...more },
  };
  return { screen, view };
}

/** What was typed is kept from screen to screen, never from person to person. */
function useForgetting(): void {
  const client = useQueryClient();
  const { account } = useSession();
  useEffect(() => {
    if (claimDraft(account.id)) putBack();
    return () => {
      if (client.getQueryData(sessionQuery.queryKey)) return;
      forgetDraft();
      putBack();
    };
  }, [client, account.id]);
}
