import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon';
import { VisuallyHidden } from '../../ui/visually-hidden';

interface Step {
  readonly id: 'noted' | 'hit' | 'told' | 'summary';
  readonly title: ReactNode;
  readonly note: ReactNode;
}

/** Where the desk is between the absence and the last answer. */
export function PlanSteps({ steps, current }: { steps: readonly Step[]; current: Step['id'] }) {
  const { t } = useTranslation('absence-plan');
  const at = steps.findIndex(({ id }) => id === current);
  return (
    <ol className="ab-steps" aria-label={t('steps.label')}>
      {steps.map(({ id, title, note }, index) => (
        <li
          key={id}
          className={index < at ? 'is-done' : index === at ? 'is-current' : undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          <span aria-hidden="true">{index < at ? <Icon of={IconCheck} size={12} /> : index + 1}</span>
          <b>
            {title}
            {index < at && <VisuallyHidden> {t('steps.done')}</VisuallyHidden>}
          </b>
          <small>{note}</small>
        </li>
      ))}
    </ol>
  );
}
