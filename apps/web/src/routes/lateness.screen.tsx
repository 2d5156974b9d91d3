import { getRouteApi, useRouter } from '@tanstack/react-router';
import { WarningsPage } from '../features/lateness/warnings-page';
import { usePracticeSetup } from '../lib/practice-setup';

const route = getRouteApi('/p/$practiceId/retards');

export function LatenessScreen() {
  const { practiceId } = route.useParams();
  const router = useRouter();
  const setup = usePracticeSetup(practiceId);
  return setup ? <WarningsPage {...{ practiceId, setup }} onBack={() => router.history.back()} /> : null;
}
