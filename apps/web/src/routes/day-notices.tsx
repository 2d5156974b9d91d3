import { todayIn } from '@pupitre/shared/time/zone';
import { useNavigate } from '@tanstack/react-router';
import { OpenAbsences } from '../features/absence/open-absences';
import { LateNotices } from '../features/lateness/late-notices';
import { useNow } from '../lib/clock';
import { usePracticeSetup } from '../lib/practice-setup';
import { useMay, useMembership } from '../lib/session';

const minuteMs = 60_000;

/**
 * What is still to be done by telephone: delays to announce, absences under way. Nothing when all is told. The waiting
 * room is told of today alone.
 */
export function DayNotices({ onlyToday = false }: { onlyToday?: boolean }) {
  const { practiceId } = useMembership();
  const may = useMay();
  const navigate = useNavigate();
  const setup = usePracticeSetup(practiceId);
  const now = useNow(minuteMs);
  if (!setup) return null;
  return (
    <>
      {may('lateness.set') && (
        <LateNotices
          {...{ practiceId, setup }}
          today={todayIn(setup.practice.zone, now)}
          href={`/p/${practiceId}/retards`}
          onOpen={() => void navigate({ to: '/p/$practiceId/retards', params: { practiceId } })}
        />
      )}
      {!onlyToday && may('appointment.move') && (
        <OpenAbsences
          {...{ practiceId, setup }}
          hrefOf={(absenceId) => `/p/${practiceId}/absences/${absenceId}`}
          onOpen={(absenceId) =>
            void navigate({ to: '/p/$practiceId/absences/$absenceId', params: { practiceId, absenceId } })
          }
        />
      )}
    </>
  );
}
