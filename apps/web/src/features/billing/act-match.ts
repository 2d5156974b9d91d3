import type { ActView } from '@pupitre/shared/billing/billing.contract';
import { fold } from '@pupitre/shared/patients/search-folding';

/**
 * Acts that answer what is typed, by code or by words in either language, accents and case ignored: every word typed
 * begins one of the act's. A code that begins with the text comes first.
 */
export function matchActs(acts: readonly ActView[], text: string): ActView[] {
  const typed = fold(text).split(' ').filter(Boolean);
  const wordsOf = ({ code, short, labelFr, labelEn }: ActView) =>
    fold(`${code} ${short} ${labelFr} ${labelEn}`).split(' ');
  const found = acts.filter((act) => {
    const words = wordsOf(act);
    return typed.every((each) => words.some((word) => word.startsWith(each)));
  });
  const isByCode = ({ code }: ActView) => typed[0] !== undefined && fold(code).startsWith(typed[0]);
  return [...found.filter(isByCode), ...found.filter((act) => !isByCode(act))];
}
