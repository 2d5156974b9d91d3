import type { ImportKind } from '@pupitre/shared/import/import-codes';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon';
import { type Step, steps } from './steps';

interface StepStripProps {
  /** What the file holds, once it is known. */
  kind?: ImportKind;
  current: Step;
  /** The last step is over too. */
  isDone?: boolean;
  /** Under the name of each step: what it found, or what it will do. */
  notes: Readonly<Partial<Record<Step, ReactNode>>>;
}

export function StepStrip({ kind = 'patients', current, isDone = false, notes }: StepStripProps) {
  const { t } = useTranslation('imports');
  const at = steps.indexOf(current);
  return (
    <ol className="imp-steps" aria-label={t('steps.label')}>
      {steps.map((step, index) => {
        const isPast = index < at || (isDone && index === at);
        return (
          <li
            key={step}
            className={isPast ? 'ok' : index === at ? 'cur' : undefined}
            aria-current={index === at && 'step'}
          >
            <span aria-hidden="true">{isPast ? <Icon of={IconCheck} size={14} /> : index + 1}</span>
            <b>{t(step === 'columns' && kind === 'appointments' ? 'steps.agendas' : `steps.${step}`)}</b>
            <small>{notes[step] ?? t(`steps.${step}Note`)}</small>
          </li>
        );
      })}
    </ol>
  );
}
