import { addDays } from '@pupitre/shared/time/zone';
import { useShortcut } from '../../keyboard/use-shortcut';
import { useMay } from '../../lib/session';
import { useBookingDraft } from './booking-draft';
import type { DayScreen } from './day-screen-context';
import { askPlaces, usePince } from './pince';
import { usePrintDay } from './use-print-day';
import { startAgain, startBlank } from './use-start-booking';

/** « F8 », and the button that prints it: places for what is in hand — a card, the panel's patient, or nobody yet. */
export function useFindPlace(screen: DayScreen): () => void {
  const { practiceId, columns, search, go } = screen;
  const pinced = usePince();
  const { patient } = useBookingDraft(practiceId);
  return () => {
    if (pinced) {
      askPlaces();
      go({ rdv: pinced.visit.id }, true);
      return;
    }
    const chosen = columns.flatMap(({ visits }) => visits).find(({ id }) => id === search.rdv);
    if (chosen) startAgain(screen, chosen);
    else startBlank(screen, patient !== null);
  };
}

/** The keys of the screen itself; those of a visit are in `visit-keys.tsx`. */
export function useDayKeys(screen: DayScreen): void {
  const { day, go } = screen;
  const findPlace = useFindPlace(screen);
  const print = usePrintDay(screen);
  const mayBook = useMay()('appointment.book');
  const shared = { scope: 'global', groupKey: 'planning:keys.title' } as const;
  useShortcut({
    ...shared,
    id: 'day.book',
    keys: 'F8',
    labelKey: 'planning:keys.book',
    enabled: mayBook,
    run: findPlace,
  });
  useShortcut({
    ...shared,
    id: 'day.today',
    keys: 'Home',
    labelKey: 'planning:keys.today',
    run: () => go({ date: undefined }),
  });
  useShortcut({
    ...{ ...shared, id: 'day.previous', keys: 'PageUp', labelKey: 'planning:keys.previous' },
    run: () => go({ date: addDays(day, -1) }),
  });
  useShortcut({
    ...{ ...shared, id: 'day.next', keys: 'PageDown', labelKey: 'planning:keys.next' },
    run: () => go({ date: addDays(day, 1) }),
  });
  useShortcut({
    ...shared,
    id: 'day.print',
    keys: 'Ctrl+P',
    labelKey: 'planning:keys.print',
    run: () => void print(),
  });
}
