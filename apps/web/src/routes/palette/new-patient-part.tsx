import { useRouter } from '@tanstack/react-router';
import { NewPatientPanel } from '../../features/patients/new-patient-panel';
import { useMay, useMembership } from '../../lib/session';
import { usePlan } from './use-plan';

/** After a new patient come her three places; where one may not book, her file; else nothing more to do. */
export function NewPatientPart() {
  const plan = usePlan();
  const router = useRouter();
  const { practiceId } = useMembership();
  const may = useMay();
  return (
    <NewPatientPanel
      onDone={(hit) => {
        if (plan) plan(hit, {});
        else if (may('patient.read')) void router.navigate({ href: `/p/${practiceId}/dossiers/${hit.id}` });
      }}
    />
  );
}
