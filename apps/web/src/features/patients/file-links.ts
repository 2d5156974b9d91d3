import type { PatientIdentity } from '@pupitre/shared/patients/patient.contract';

/** Where the file's acts lead; brought by the routes, absent when the role may not or the screen is not there. */
export interface FileLinks {
  onBack: () => void;
  onPlan?: (patient: PatientIdentity) => void;
  onCollect?: (appointmentId: string) => void;
}
