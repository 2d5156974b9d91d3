import type { Permission } from '@pupitre/shared/access/roles';
import type { ToldRefusal } from '@pupitre/shared/planning/refused-place.contract';
import { useTranslation } from 'react-i18next';
import './pass-over.css';

export type RefusalLine = Pick<ToldRefusal, 'overridableWith' | 'mayOverride'> & {
  /** « Déjà un rendez-vous de 10 h à 10 h 20. » */
  readonly sentence: string;
};

const holderOf: Readonly<Partial<Record<Permission, 'desk' | 'coordinator'>>> = {
  'appointment.book': 'desk',
  'appointment.overbook': 'desk',
  'appointment.exceed_quota': 'coordinator',
  'appointment.open_extra': 'coordinator',
};

/** Every reason against a place at once, each with whoever may pass over it. */
export function RefusalList({ lines }: { lines: readonly RefusalLine[] }) {
  const { t } = useTranslation('override');
  const verdict = ({ mayOverride, overridableWith }: RefusalLine) => {
    if (mayOverride) return t('mine');
    const holder = overridableWith && holderOf[overridableWith];
    return t(`by.${holder ?? 'nobody'}`);
  };
  const shown = [...new Map(lines.map((line) => [line.sentence, line])).values()];
  return (
    <ul className="refusals">
      {shown.map((line) => (
        <li key={line.sentence}>
          {line.sentence} <span className="refusal-verdict">{verdict(line)}</span>
        </li>
      ))}
    </ul>
  );
}
