import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import type { PaletteAct } from './palette-acts';
import type { PlanWish } from './plan-wish';

/** What the routes bring to the palette; an act the role may not do is absent. */
export interface PaletteDesk {
  acts: readonly PaletteAct[];
  /** Goes to the booking panel of the day with her three places. */
  onPlan?: (patient: PatientHit, wish: PlanWish) => void;
  onOpenFile?: (patientId: string) => void;
  /** Opens the new patient's form, her names already typed. */
  onNewPatient?: (text: string) => void;
}
