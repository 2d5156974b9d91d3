import type { PlanLine } from '@pupitre/shared/planning/absence-plan.contract';
import type { ReplacingState } from '@pupitre/shared/planning/replacing';
import {
  IconArmchair,
  IconCheck,
  IconCircleCheck,
  IconCircleX,
  IconClockPause,
  IconMessage,
  IconPhone,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Chip, type ChipProps } from '../../ui/chip';
import { VisuallyHidden } from '../../ui/visually-hidden';

const looks: Readonly<Record<ReplacingState, { tone: NonNullable<ChipProps['tone']>; icon: TablerIcon }>> = {
  to_call: { tone: 'warn', icon: IconPhone },
  aside: { tone: 'warn', icon: IconClockPause },
  told: { tone: 'line', icon: IconMessage },
  rebooked: { tone: 'ok', icon: IconCircleCheck },
  refused: { tone: 'danger', icon: IconCircleX },
  cancelled: { tone: 'plain', icon: IconCircleX },
  settled: { tone: 'plain', icon: IconCheck },
};

/** Word and drawing of a state, never colour alone. Somebody in the waiting room is told face to face. */
export function StateChip({ line: { state, status } }: { line: PlanLine }) {
  const { t } = useTranslation('absence-plan');
  const isThere = state === 'to_call' && status === 'arrived';
  const { tone, icon } = looks[state];
  return (
    <Chip tone={tone} icon={isThere ? IconArmchair : icon}>
      {t(isThere ? 'present' : `state.${state}`)}
    </Chip>
  );
}

/** Three small bars in ink. */
export function Priority({ value }: { value: PlanLine['priority'] }) {
  const { t } = useTranslation('absence-plan');
  const word = t(`priority.${value}`);
  return (
    <span className={`ab-pri is-${value}`} title={word}>
      <i />
      <i />
      <i />
      <VisuallyHidden>{word}</VisuallyHidden>
    </span>
  );
}
