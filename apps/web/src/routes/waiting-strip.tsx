import { useRouter } from '@tanstack/react-router';
import { HoleStrip, type HoleStripProps } from '../features/waiting-list/hole-strip';
import { WaitingCount } from '../features/waiting-list/waiting-count';
import { WeekStrip, type WeekStripProps } from '../features/waiting-list/week-strip';
import { usePracticeSetup } from '../lib/practice-setup';
import { useMembership } from '../lib/session';

type Shown = Omit<HoleStripProps, 'setup'>;

/** Under a day's grid: who fits the places that are free on screen, and the way to the whole list. Words: `waiting-list`. */
export function DayWaitingStrip(props: Shown) {
  const { practiceId } = useMembership();
  const setup = usePracticeSetup(practiceId);
  const seeAll = useSeeAll();
  if (!setup) return null;
  return (
    <>
      <HoleStrip setup={setup} {...props} />
      <WaitingCount onSeeAll={seeAll} />
    </>
  );
}

/** At the foot of a week: each person who waits, with the places of the week that suit her. Words: `waiting-list`. */
export function WeekWaitingStrip(props: Omit<WeekStripProps, 'setup' | 'onSeeAll'>) {
  const { practiceId } = useMembership();
  const setup = usePracticeSetup(practiceId);
  const seeAll = useSeeAll();
  return setup ? <WeekStrip setup={setup} onSeeAll={seeAll} {...props} /> : null;
}

function useSeeAll(): () => void {
  const router = useRouter();
  const { practiceId } = useMembership();
  return () => void router.navigate({ to: '/p/$practiceId/liste-attente', params: { practiceId } });
}
