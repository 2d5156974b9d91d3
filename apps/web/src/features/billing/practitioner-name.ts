import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';

/** « MARTIN » → « Martin », « N’GUYEN » → « N’Guyen ». */
const spoken = (name: string) =>
  name
    .toLocaleLowerCase('fr')
    .replace(/(^|[\s’'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('fr'));

/** 'Dr Martin' in a list, 'Dr Hélène MARTIN' as a title; empty while the practice is not known. */
export function practitionerName(setup: PracticeSetup | undefined, id: string, form: 'short' | 'full'): string {
  const found = setup?.practitioners.find((practitioner) => practitioner.id === id);
  if (!found) return '';
  const title = found.title === 'dr' ? 'Dr' : '';
  if (form === 'full') return [title, found.firstName, found.lastName].filter(Boolean).join(' ');
  return [title || found.firstName, spoken(found.lastName)].filter(Boolean).join(' ');
}
