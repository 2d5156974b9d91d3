import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon';
import { type Step, steps } from './steps';

interface StepStripProps {
  current: Step;
  /** The first step with something left to type: nobody jumps over it. */
  reached: number;
  onStep: (step: Step) => void;
}

export function StepStrip({ current, reached, onStep }: StepStripProps) {
  const { t } = useTranslation('setup');
  const place = steps.indexOf(current);
  return (
    <nav aria-label={t('steps')}>
      <ol className="su-steps">
        {steps.map((step, index) => (
          <li key={step}>
            <button
              type="button"
              aria-current={step === current ? 'step' : undefined}
              disabled={index > place && index > reached}
              onClick={() => onStep(step)}
            >
              {index < reached && index < place ? (
                <span className="su-tick">
                  <Icon of={IconCheck} size={14} />
                </span>
              ) : (
                <span className="su-number">{index + 1}</span>
              )}
              {t(`stepShort.${step}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
