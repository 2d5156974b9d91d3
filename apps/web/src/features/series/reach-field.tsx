import { useTranslation } from 'react-i18next';
import type { Reach } from './use-scope';

interface ReachFieldProps {
  readonly legend: string;
  readonly counts: { readonly following: number; readonly all: number };
  readonly reach: Reach;
  readonly onReach: (reach: Reach) => void;
}

/** A frame later: as it opens, the dialog gives the focus to its cross, and ↵ would close it. */
export const focusChosen = (field: HTMLFieldSetElement | null): void => {
  requestAnimationFrame(() => field?.querySelector<HTMLElement>('input:checked')?.focus());
};

/** This one, this one and those after it, all those to come: arrows choose, ↵ goes on. */
export function ReachField({ legend, counts, reach, onReach }: ReachFieldProps) {
  const { t } = useTranslation('series');
  const choices: [Reach, string][] = [
    ['this', t('together.this')],
    ...(counts.following > 1 && counts.following < counts.all
      ? [['following', t('together.following', { count: counts.following })] as [Reach, string]]
      : []),
    ['all', t('together.all', { count: counts.all })],
  ];
  return (
    <fieldset className="sr-reach" ref={focusChosen}>
      <legend className="sr">{legend}</legend>
      {choices.map(([value, label]) => (
        <label key={value} className="check-line">
          <input type="radio" name="reach" checked={reach === value} onChange={() => onReach(value)} />
          {label}
        </label>
      ))}
      <p className="hint">{t('together.past')}</p>
    </fieldset>
  );
}
