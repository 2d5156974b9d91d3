import { useRouter } from '@tanstack/react-router';
import { PatientPicker } from '../features/patients/patient-picker';
import type { UseHold } from '../features/waiting-list/call-panel';
import { WaitingPanels } from '../features/waiting-list/waiting-panels';
import { useMay, useMembership } from '../lib/session';
import { useHeldPlace } from '../lib/use-held-place';

const useHold: UseHold = (place) => useHeldPlace(useMembership().practiceId, place, false).holdId;

/** The waiting list's panels over any screen; after a booking, the day shows the visit where one is on the day. */
export function WaitingListPart() {
  const router = useRouter();
  const { practiceId } = useMembership();
  const may = useMay();
  return (
    <WaitingPanels
      useHold={useHold}
      renderPatientPicker={may('patient.search') ? (onPick) => <PatientPicker autoFocus onPick={onPick} /> : undefined}
      onBooked={(rdv, { day }) => {
        if (!router.state.location.pathname.endsWith('/jour')) return;
        void router.navigate({ to: '/p/$practiceId/jour', params: { practiceId }, search: { date: day, rdv } });
      }}
    />
  );
}
