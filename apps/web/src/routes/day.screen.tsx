import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { PatientPicker } from '../features/patients/patient-picker';
import { DayPage } from '../features/planning/day-page';
import type { DayStripProps, PatientPickerProps } from '../features/planning/day-screen-context';
import type { DaySearch } from '../features/planning/day-search';
import { type SeriesWish, useWishSeries } from '../features/series/series-wish';
import { useAskTogether } from '../features/series/together-store';
import { useAskWaiting, type WaitingStart } from '../features/waiting-list/waiting-store';
import { useMay, useMembership } from '../lib/session';
import { BundlePart } from './bundle-part';
import { DayNotices } from './day-notices';
import { TogetherPart } from './together-part';
import { useTurnedAway } from './use-turned-away';
import { DayWaitingStrip } from './waiting-strip';

const route = getRouteApi('/p/$practiceId/jour');
const renderPatientPicker = (props: PatientPickerProps) => <PatientPicker {...props} />;
const renderStrip = ({ day, ...strip }: DayStripProps) => <DayWaitingStrip fromDay={day} toDay={day} {...strip} />;

const renderNotices = () => <DayNotices />;

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
  useTurnedAway(practiceId, search.rdv);
  const ask = useAskWaiting();
  const mayWait = useMay()('waiting_list.edit');
  const onWait = useCallback((start: WaitingStart) => ask({ kind: 'new', start }), [ask]);
  const waiting = mayWait ? { onWait, renderStrip } : {};
  const may = useMay();
  const onAbsence = useCallback(
    (colonne: string, date: string) =>
      void navigate({ to: '/p/$practiceId/absences', params: { practiceId }, search: { colonne, date } }),
    [navigate, practiceId],
  );
  const onReplace = useCallback(
    (absenceId: string) =>
      void navigate({ to: '/p/$practiceId/absences/$absenceId', params: { practiceId, absenceId } }),
    [navigate, practiceId],
  );
  const onWarn = useCallback(
    () => void navigate({ to: '/p/$practiceId/retards', params: { practiceId } }),
    [navigate, practiceId],
  );
  const wishSeries = useWishSeries();
  const onSeries = useCallback(
    (wish: SeriesWish) => {
      wishSeries(wish);
      void navigate({ to: '/p/$practiceId/serie', params: { practiceId } });
    },
    [navigate, practiceId, wishSeries],
  );
  const askTogether = useAskTogether();
  const calls = {
    ...{ renderNotices, onWarn, askTogether },
    ...(may('appointment.book') && { onSeries }),
    ...(may('absence.edit') && { onAbsence }),
    ...(may('appointment.move') && { onReplace }),
  };
  return (
    <>
      <DayPage {...{ search, onSearch, renderPatientPicker, onOpenFile, onCollect }} {...waiting} {...calls} />
      <TogetherPart />
      <BundlePart />
    </>
  );
}
