import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import { useNavigate } from '@tanstack/react-router';
import { PatientPicker } from '../features/patients/patient-picker';
import { SeriesPage } from '../features/series/series-page';
import { focusVisit } from '../lib/focus-visit';
import { useMembership } from '../lib/session';

const renderPatientPicker = (onPick: (patient: PatientHit) => void) => <PatientPicker autoFocus onPick={onPick} />;

/** A series, with the patients' own search, and the way back to the day. */
export function SeriesScreen() {
  const navigate = useNavigate();
  const { practiceId } = useMembership();
  const onOpenDay = (date: string | undefined, rdv: string | undefined) => {
    void navigate({ to: '/p/$practiceId/jour', params: { practiceId }, search: { date, rdv } });
    if (rdv) focusVisit(rdv);
  };
  return <SeriesPage renderPatientPicker={renderPatientPicker} onOpenDay={onOpenDay} />;
}
