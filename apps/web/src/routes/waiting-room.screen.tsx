import { useNavigate } from '@tanstack/react-router';
import { PatientPicker } from '../features/patients/patient-picker';
import { WaitingRoomPage } from '../features/waiting-room/waiting-room-page';
import { useMay, useMembership } from '../lib/session';
import { DayNotices } from './day-notices';
import { screensOf } from './frame/screens';

/** The waiting room, with the doors that exist for this person: the patient's file, the till, the search of patients. */
export function WaitingRoomScreen() {
  const membership = useMembership();
  const may = useMay();
  const navigate = useNavigate();
  const { practiceId } = membership;
  const has = (screen: string) => screensOf(membership).some(({ id }) => id === screen);
  return (
    <WaitingRoomPage
      onOpenFile={
        has('files') && may('patient.read')
          ? (patientId) => void navigate({ href: `/p/${practiceId}/dossiers/${patientId}` })
          : undefined
      }
      onOpenTill={
        has('till') ? (visitId) => void navigate({ href: `/p/${practiceId}/caisse?rdv=${visitId}` }) : undefined
      }
      renderNotices={() => <DayNotices onlyToday />}
      renderPatientPicker={may('patient.search') ? (onPick) => <PatientPicker autoFocus onPick={onPick} /> : undefined}
    />
  );
}
