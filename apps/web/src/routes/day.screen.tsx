import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { PatientPicker } from '../features/patients/patient-picker';
import { DayPage } from '../features/planning/day-page';
import type { PatientPickerProps } from '../features/planning/day-screen-context';
import type { DaySearch } from '../features/planning/day-search';
import { useMembership } from '../lib/session';

const route = getRouteApi('/p/$practiceId/jour');
const renderPatientPicker = (props: PatientPickerProps) => <PatientPicker {...props} />;

/** The day, with the patients' own search, and where its acts lead. */
export function DayScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const onSearch = useCallback(
    (part: Partial<DaySearch>, replace: boolean) =>
      void navigate({ search: (before: DaySearch) => ({ ...before, ...part }), replace }),
    [navigate],
  );
  const { practiceId } = useMembership();
  const onOpenFile = useCallback(
    (patientId: string) =>
      void navigate({ to: '/p/$practiceId/dossiers/$patientId', params: { practiceId, patientId } }),
    [navigate, practiceId],
  );
  const onCollect = useCallback(
    (rdv: string) => void navigate({ to: '/p/$practiceId/caisse', params: { practiceId }, search: { rdv } }),
    [navigate, practiceId],
  );
  return <DayPage {...{ search, onSearch, renderPatientPicker, onOpenFile, onCollect }} />;
}
