import { getRouteApi, useRouter } from '@tanstack/react-router';
import { FilePage } from '../features/patients/file-page';
import { useMay, useMembership } from '../lib/session';
import { screensOf } from './frame/screens';
import { usePlan } from './palette/use-plan';

const route = getRouteApi('/p/$practiceId/dossiers/$patientId');

export function PatientFileScreen() {
  const { patientId } = route.useParams();
  const { onglet } = route.useSearch();
  const navigate = route.useNavigate();
  const router = useRouter();
  const membership = useMembership();
  const may = useMay();
  const plan = usePlan();
  const base = `/p/${membership.practiceId}`;
  const till = screensOf(membership).find(({ id }) => id === 'till');
  return (
    <FilePage
      patientId={patientId}
      tab={onglet ?? 'identite'}
      onTab={(tab) => void navigate({ search: { onglet: tab === 'identite' ? undefined : tab }, replace: true })}
      links={{
        onBack: () => void router.navigate({ href: `${base}/dossiers` }),
        onPlan: plan && ((patient) => plan(patient, {})),
        onCollect:
          till && may('billing.charge')
            ? (appointmentId) => void router.navigate({ href: `${base}/${till.path}?rdv=${appointmentId}` })
            : undefined,
      }}
    />
  );
}
