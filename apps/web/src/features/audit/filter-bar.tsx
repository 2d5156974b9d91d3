import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAnyWords } from '../../lib/any-words';
import { Button } from '../../ui/button';
import { Segmented } from '../../ui/segmented';
import { ChoiceInput, TextInput } from '../../ui/text-input';
import { auditedActions } from './audited-actions';
import type { JournalFilters } from './journal-filters';

interface FilterBarProps {
  filters: JournalFilters;
  /** Of the person filtered by, when a line told it. */
  personName: string | undefined;
  onFilter: (part: Partial<JournalFilters>) => void;
}

export function FilterBar({ filters, personName, onFilter }: FilterBarProps) {
  const { t } = useTranslation('audit');
  const say = useAnyWords();
  const { qui, patient, action = '', issue, du = '', au = '' } = filters;
  const held = [
    qui && { name: t('filter.person', { name: personName ?? t('filter.someone') }), part: { qui: undefined } },
    patient && { name: t('filter.patient'), part: { patient: undefined } },
  ].filter((one) => typeof one === 'object');
  return (
    <search className="journal-filters" aria-label={t('filter.label')}>
      <ChoiceInput
        label={t('filter.action')}
        value={action}
        choices={[
          { value: '', label: t('filter.any') },
          ...auditedActions
            .map((value) => ({ value, label: say(`audit:action.${value}`) }))
            .filter(({ label }, index, all) => all.findIndex((other) => other.label === label) === index)
            .sort((a, b) => a.label.localeCompare(b.label)),
        ]}
        onPick={(picked) => onFilter({ action: picked || undefined })}
      />
      <TextInput
        label={t('filter.from')}
        type="date"
        value={du}
        max={au || undefined}
        onChange={(event) => onFilter({ du: event.currentTarget.value || undefined })}
      />
      <TextInput
        label={t('filter.to')}
        type="date"
        value={au}
        min={du || undefined}
        onChange={(event) => onFilter({ au: event.currentTarget.value || undefined })}
      />
      <Segmented
        label={t('filter.outcome')}
        value={issue ?? 'tout'}
        segments={[
          { value: 'tout', label: t('filter.all') },
          { value: 'fait', label: t('filter.done') },
          { value: 'refuse', label: t('filter.refused') },
        ]}
        onPick={(picked) => onFilter({ issue: picked === 'tout' ? undefined : picked })}
      />
      {held.map(({ name, part }) => (
        <Button
          key={name}
          size="sm"
          icon={IconX}
          aria-label={t('filter.clear', { name })}
          onClick={() => onFilter(part)}
        >
          {name}
        </Button>
      ))}
    </search>
  );
}
