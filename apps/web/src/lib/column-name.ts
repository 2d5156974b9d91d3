import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';

/** « MARTIN » → « Martin », « N’GUYEN » → « N’Guyen »: as one says it, not as one files it. */
const spoken = (name: string) =>
  name
    .toLocaleLowerCase('fr')
    .replace(/(^|[\s’'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('fr'));

export interface SpokenColumn {
  /** Which words go before: a doctor, somebody else, a room. */
  readonly kind: 'doctor' | 'person' | 'room';
  readonly name: string;
}

/** A column as it is said, and what it is: « avec le Dr Martin », « avec Inès Nadir ». */
export function spokenColumn({ practitioners }: PracticeSetup, resource: ResourceView): SpokenColumn {
  const practitioner = practitioners.find(({ id }) => id === resource.practitionerId);
  if (resource.kind === 'room' || !practitioner) return { kind: 'room', name: resource.name };
  const { title, firstName, lastName } = practitioner;
  if (title === 'dr') return { kind: 'doctor', name: `Dr ${spoken(lastName)}` };
  return { kind: 'person', name: `${firstName} ${spoken(lastName)}` };
}

/** How a column is said in a sentence: « Dr Martin », « Inès Nadir », « Salle Écho ». Empty for an unknown one. */
export function columnName(setup: PracticeSetup, resourceId: string): string {
  const resource = setup.resources.find(({ id }) => id === resourceId);
  return resource ? spokenColumn(setup, resource).name : '';
}
