import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { PatientPicker } from '../features/patients/patient-picker';
import { DayPage } from '../features/planning/day-page';
import type { DayStripProps, PatientPickerProps } from '../features/planning/day-screen-context';
import type { DaySearch } from '../features/planning/day-search';
import { useAskWaiting, type WaitingStart } from '../features/waiting-list/waiting-store';
import { useMay, useMembership } from '../lib/session';
import { DayWaitingStrip } from './waiting-strip';

const route = getRouteApi('/p/$practiceId/jour');
const renderPatientPicker = (props: PatientPickerProps) => <PatientPicker {...props} />;
const renderStrip = ({ day, ...strip }: DayStripProps) => <DayWaitingStrip fromDay={day} toDay={day} {...strip} />;

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
  const ask = useAskWaiting();
  const mayWait = useMay()('waiting_list.edit');
  const onWait = useCallback((start: WaitingStart) => ask({ kind: 'new', start }), [ask]);
  const waiting = mayWait ? { onWait, renderStrip } : {};
  return <DayPage {...{ search, onSearch, renderPatientPicker, onOpenFile, onCollect }} {...waiting} />;
}
