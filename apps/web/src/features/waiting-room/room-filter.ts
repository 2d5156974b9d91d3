import { fold, wordsOf } from '@pupitre/shared/patients/search-folding';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';

/** Families of columns the board can be narrowed to, as they stand in the URL. */
export const columnFamilies = ['medecins', 'soignants', 'salles'] as const;
export type ColumnFamily = (typeof columnFamilies)[number];

export function familyOf(setup: PracticeSetup, resource: ResourceView): ColumnFamily {
  if (resource.kind === 'room') return 'salles';
  const isDoctor = setup.practitioners.find(({ id }) => id === resource.practitionerId)?.title === 'dr';
  return isDoctor ? 'medecins' : 'soignants';
}

/** Columns in use, in the order of the agenda, narrowed to a family or to one column (`view`: family or id). */
export function columnsShown(setup: PracticeSetup, view: string | undefined): ResourceView[] {
  return setup.resources
    .filter(({ active }) => active)
    .filter((resource) => !view || resource.id === view || familyOf(setup, resource) === view)
    .sort((a, b) => a.position - b.position);
}

/** True when every word typed begins a word of the patient's names: « sim pat », « da sil », accents and case aside. */
export function answersName(text: string, { patient }: Pick<AppointmentCard, 'patient'>): boolean {
  const { usedName, birthName, firstName } = patient;
  const names = wordsOf(`${usedName} ${birthName} ${firstName}`);
  const whole = fold(`${usedName} ${firstName}`).replaceAll(' ', '');
  return wordsOf(text).every((word) => whole.startsWith(word) || names.some((name) => name.startsWith(word)));
}
