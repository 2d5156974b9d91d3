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

/** How a column is said to a patient. */
export function spokenColumn(setup: PracticeSetup, resource: ResourceView): SpokenColumn {
  const practitioner = setup.practitioners.find(({ id }) => id === resource.practitionerId);
  if (resource.kind === 'room' || !practitioner) return { kind: 'room', name: resource.name };
  const { title, firstName, lastName } = practitioner;
  if (title === 'dr') return { kind: 'doctor', name: `Dr ${spoken(lastName)}` };
  return { kind: 'person', name: `${firstName} ${spoken(lastName)}` };
}

/** The motifs a column offers; without a column, all of those in use. */
export function offeredMotifs(setup: PracticeSetup, resourceId: string | null) {
  return setup.motifs.filter(({ active, resourceIds }) => active && (!resourceId || resourceIds.includes(resourceId)));
}
