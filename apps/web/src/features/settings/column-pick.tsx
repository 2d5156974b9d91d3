import type { ResourceView } from '@pupitre/shared/practices/practice.contract';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon';

interface ColumnPickProps {
  resources: readonly ResourceView[];
  value: string;
  onPick: (resourceId: string) => void;
}

/** The column whose hours are shown, in the screen bar. */
export function ColumnPick({ resources, value, onPick }: ColumnPickProps) {
  const { t } = useTranslation('settings');
  return (
    <span className="inp set-pick">
      <select aria-label={t('column')} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {resources.map(({ id, name, active }) => (
          <option key={id} value={id}>
            {active ? name : t('columnClosed', { name })}
          </option>
        ))}
      </select>
      <Icon of={IconChevronDown} size={14} />
    </span>
  );
}
