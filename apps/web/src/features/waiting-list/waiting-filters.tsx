import { waitingUrgencies } from '@pupitre/shared/planning/waiting-fit';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { IconSelector } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon';
import { Segmented } from '../../ui/segmented';
import type { WaitingSearch } from './waiting-search';

interface WaitingFiltersProps {
  setup: PracticeSetup;
  search: WaitingSearch;
  text: string;
  onText: (text: string) => void;
  onSearch: (part: Partial<WaitingSearch>) => void;
}

/** One line: a name, who waits or no longer, for what, with whom, how urgent. */
export function WaitingFilters({ setup, search, text, onText, onSearch }: WaitingFiltersProps) {
  const { t } = useTranslation('waiting-list');
  const choose = (value: string) => value || undefined;
  return (
    <search className="wl-filters" aria-label={t('filter.label')}>
      <div className="inp">
        <input
          type="text"
          aria-label={t('filter.name')}
          placeholder={t('filter.name')}
          autoComplete="off"
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      </div>
      <Segmented
        label={t('filter.state')}
        segments={[
          { value: 'waiting', label: t('filter.waiting') },
          { value: 'closed', label: t('filter.closed') },
        ]}
        value={search.etat === 'finies' ? 'closed' : 'waiting'}
        onPick={(state) => onSearch({ etat: state === 'closed' ? 'finies' : undefined })}
      />
      <Choice
        label={t('filter.motif')}
        any={t('filter.anyMotif')}
        choices={setup.motifs.filter(({ active }) => active)}
        value={search.motif}
        onPick={(motif) => onSearch({ motif: choose(motif) })}
      />
      <Choice
        label={t('filter.column')}
        any={t('filter.anyColumn')}
        choices={setup.resources.filter(({ active }) => active)}
        value={search.agenda}
        onPick={(agenda) => onSearch({ agenda: choose(agenda) })}
      />
      <Choice
        label={t('filter.urgency')}
        any={t('filter.anyUrgency')}
        choices={waitingUrgencies.map((id) => ({ id, name: t(`urgency.${id}`) }))}
        value={search.urgence}
        onPick={(urgency) => onSearch({ urgence: waitingUrgencies.find((known) => known === urgency) })}
      />
    </search>
  );
}

interface ChoiceProps {
  label: string;
  any: string;
  choices: readonly { id: string; name: string }[];
  value: string | undefined;
  onPick: (id: string) => void;
}

function Choice({ label, any, choices, value, onPick }: ChoiceProps) {
  return (
    <div className="inp">
      <select aria-label={label} value={value ?? ''} onChange={(event) => onPick(event.currentTarget.value)}>
        <option value="">{any}</option>
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Icon of={IconSelector} size={14} />
    </div>
  );
}
