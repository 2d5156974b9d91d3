import type { PatientHit } from '@pupitre/shared/patients/patient.contract';

/** Who is booked: a hit of a search, or what a card or a file knows of her. */
export type PatientInHand = Pick<PatientHit, 'id' | 'usedName' | 'birthName' | 'firstName' | 'sex' | 'birthDate'> &
  Partial<Pick<PatientHit, 'city' | 'phoneEnd' | 'usualPractitionerId' | 'usualMotifId'>>;
