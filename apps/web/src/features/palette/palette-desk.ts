import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import type { FreeSlotView } from '@pupitre/shared/planning/appointment.contract';
import type { PartOfDay } from '@pupitre/shared/planning/booking-when';
import type { LocalDay } from '@pupitre/shared/time/zone';
import type { PaletteAct } from './palette-acts';

/** What the booking panel starts from; what is absent is for the panel to choose. */
export interface PlanWish {
  motifId?: string;
  durationMin?: number;
  resourceId?: string;
  fromDay?: LocalDay;
  toDay?: LocalDay | null;
  partOfDay?: PartOfDay;
  urgent?: boolean;
  /** A place already pointed at. */
  place?: FreeSlotView;
}

/** What the routes bring to the palette; an act the role may not do is absent. */
export interface PaletteDesk {
  acts: readonly PaletteAct[];
  /** Goes to the booking panel of the day with her three places. */
  onPlan?: (patient: PatientHit, wish: PlanWish) => void;
  onOpenFile?: (patientId: string) => void;
  /** Opens the new patient's form, her names already typed. */
  onNewPatient?: (text: string) => void;
}
