import { getRouteApi, useRouter } from '@tanstack/react-router';
import { AbsenceStart } from '../features/absence/absence-start';
import { PlanPage } from '../features/absence/plan-page';
import { usePracticeSetup } from '../lib/practice-setup';

const start = getRouteApi('/p/$practiceId/absences');
const plan = getRouteApi('/p/$practiceId/absences/$absenceId');

export function AbsenceStartScreen() {
  const { practiceId } = start.useParams();
  const { colonne, date } = start.useSearch();
  const navigate = start.useNavigate();
  const router = useRouter();
  const setup = usePracticeSetup(practiceId);
  if (!setup) return null;
  return (
    <AbsenceStart
      {...{ practiceId, setup }}
      columnId={colonne}
      day={date}
      onBack={() => router.history.back()}
      onNoted={(absenceId) =>
        void navigate({ to: '/p/$practiceId/absences/$absenceId', params: { practiceId, absenceId }, replace: true })
      }
    />
  );
}

export function AbsencePlanScreen() {
  const { practiceId, absenceId } = plan.useParams();
  const navigate = plan.useNavigate();
  const setup = usePracticeSetup(practiceId);
  if (!setup) return null;
  return (
    <PlanPage
      key={absenceId}
      {...{ practiceId, absenceId, setup }}
      onBack={(date) => void navigate({ to: '/p/$practiceId/jour', params: { practiceId }, search: { date } })}
    />
  );
}
