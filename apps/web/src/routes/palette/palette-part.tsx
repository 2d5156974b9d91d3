import { useNavigate } from '@tanstack/react-router';
import { Palette } from '../../features/palette/palette';
import type { PaletteDesk } from '../../features/palette/palette-desk';
import { askNewPatient } from '../../features/patients/new-patient-store';
import { useMay, useMembership, useSession } from '../../lib/session';
import { useActs } from './use-acts';
import { usePlan } from './use-plan';

/** The palette with what this practice, this role and the screens there are let it do. */
export function PalettePart() {
  const navigate = useNavigate();
  const { practiceId } = useMembership();
  const { account } = useSession();
  const may = useMay();
  const plan = usePlan();
  const acts = useActs();
  const desk: PaletteDesk = {
    acts,
    onPlan: plan,
    onOpenFile: may('patient.read')
      ? (patientId) => void navigate({ to: '/p/$practiceId/dossiers/$patientId', params: { practiceId, patientId } })
      : undefined,
    onNewPatient: may('patient.create') ? (text) => askNewPatient(account.id, practiceId, text) : undefined,
  };
  return <Palette desk={desk} />;
}
