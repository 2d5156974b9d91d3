import { useNavigate } from '@tanstack/react-router';
import { askNewPatient } from '../features/patients/new-patient-store';
import { PatientsPage } from '../features/patients/patients-page';
import { useMay, useMembership, useSession } from '../lib/session';

export function FilesScreen() {
  const navigate = useNavigate();
  const { practiceId } = useMembership();
  const { account } = useSession();
  const may = useMay();
  return (
    <PatientsPage
      onOpen={(patientId) =>
        void navigate({ to: '/p/$practiceId/dossiers/$patientId', params: { practiceId, patientId } })
      }
      onNewPatient={may('patient.create') ? (text) => askNewPatient(account.id, practiceId, text) : undefined}
    />
  );
}
