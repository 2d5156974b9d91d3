import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { PatientPicker } from '../features/patients/patient-picker';
import { useAskBundle, useBundleAsked } from '../features/series/bundle-store';
import { focusDay, focusVisit } from '../lib/focus-visit';
import { loadWords } from '../lib/i18n';
import { useMembership } from '../lib/session';

const Shown = lazy(async () => {
  const [{ BundlePanel }] = await Promise.all([import('../features/series/bundle-panel'), loadWords('series')]);
  return { default: BundlePanel };
});
const renderPatientPicker = (onPick: (patient: PatientHit) => void) => <PatientPicker autoFocus onPick={onPick} />;

/** Chained visits and families over the day, with the patients' own search; loaded the first time it is asked for. */
export function BundlePart() {
  const navigate = useNavigate();
  const { practiceId } = useMembership();
  const kind = useBundleAsked();
  const ask = useAskBundle();
  if (!kind) return null;
  const onBooked = (date: string, rdv: string) => {
    ask(null);
    void navigate({ to: '/p/$practiceId/jour', params: { practiceId }, search: { date, rdv } });
    focusVisit(rdv);
  };
  const onClose = () => {
    ask(null);
    requestAnimationFrame(focusDay);
  };
  return (
    <Suspense fallback={null}>
      <Shown key={kind} {...{ kind, renderPatientPicker, onBooked }} onClose={onClose} />
    </Suspense>
  );
}
