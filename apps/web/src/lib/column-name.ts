import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';

/** « MARTIN » → « Martin », « N’GUYEN » → « N’Guyen »: as one says it, not as one files it. */
const spoken = (name: string) =>
  name
    .toLocaleLowerCase('fr')
    .replace(/(^|[\s’'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('fr'));

/** How a column is said in a sentence: « Dr Martin », « Inès Nadir », « Salle Écho ». Empty for an unknown one. */
export function columnName({ resources, practitioners }: PracticeSetup, resourceId: string): string {
  const resource = resources.find(({ id }) => id === resourceId);
  if (!resource) return '';
  const practitioner = practitioners.find(({ id }) => id === resource.practitionerId);
  if (resource.kind === 'room' || !practitioner) return resource.name;
  const { title, firstName, lastName } = practitioner;
  return `${title === 'dr' ? 'Dr' : firstName} ${spoken(lastName)}`;
}
