import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import { todayIn } from '@pupitre/shared/time/zone';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matches } from '../../keyboard/key-spec';
import { serverNow } from '../../lib/clock';
import { usePatientSearch } from '../../lib/patient-search';
import { usePracticeSetup } from '../../lib/practice-setup';
import { useProblemSentence } from '../../lib/problem-sentence';
import { useMay, useMembership } from '../../lib/session';
import { Icon } from '../../ui/icon';
import { Kbd } from '../../ui/kbd';
import { PatientLine } from '../../ui/patient-line';
import { TextInput } from '../../ui/text-input';

interface PickerFieldProps {
  text: string;
  onType: (text: string) => void;
  autoFocus: boolean;
  onPick: (patient: PatientHit) => void;
  onCreate: () => void;
}

const CREATE = 'create';

/** A field and its list: arrows choose, Enter picks, Ctrl+Enter creates. */
export function PickerField({ text, onType, autoFocus, onPick, onCreate }: PickerFieldProps) {
  const { t } = useTranslation('patients');
  const say = useProblemSentence();
  const { practiceId, zone } = useMembership();
  const may = useMay();
  const setup = usePracticeSetup(practiceId, may('agenda.read'));
  const { hits, isSettled, error } = usePatientSearch(practiceId, text);
  const listId = useId();
  const [moved, setMoved] = useState({ text: '', id: '' });
  const mayCreate = may('patient.create') && text.trim().length > 1;
  const ids = [...hits.map(({ id }) => id), ...(mayCreate ? [CREATE] : [])];
  const isNobody = isSettled && hits.length === 0;
  const likeliest = hits[0]?.id ?? (isNobody ? CREATE : '');
  const activeId = moved.text === text && ids.includes(moved.id) ? moved.id : likeliest;
  const choose = (id: string) => {
    const hit = hits.find((one) => one.id === id);
    if (hit) onPick(hit);
    else if (id === CREATE && mayCreate) onCreate();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = ids[Math.min(Math.max(ids.indexOf(activeId) + step, 0), ids.length - 1)];
    if (step !== 0 && next) setMoved({ text, id: next });
    else if (matches('Enter', event) && activeId) choose(activeId);
    else if (matches('Ctrl+Enter', event) && mayCreate) onCreate();
    else return;
    event.preventDefault();
  };
  const optionOf = (id: string) => ({
    id: `${listId}-${id}`,
    type: 'button' as const,
    role: 'option',
    tabIndex: -1,
    'aria-selected': id === activeId,
    onClick: () => choose(id),
  });

  return (
    <div className="pk">
      <TextInput
        label={t('picker.label')}
        placeholder={t('picker.hint')}
        before={<Icon of={IconSearch} />}
        role="combobox"
        aria-expanded={ids.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeId ? `${listId}-${activeId}` : undefined}
        autoComplete="off"
        spellCheck={false}
        autoFocus={autoFocus}
        maxLength={80}
        value={text}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={t('picker.results')}>
        {hits.map((hit) => (
          <button key={hit.id} {...optionOf(hit.id)} className="pl two">
            <PatientLine hit={hit} text={text} today={todayIn(zone, serverNow())} setup={setup} />
          </button>
        ))}
        {mayCreate && (
          <button {...optionOf(CREATE)} className="pl two">
            <Icon of={IconUserPlus} />
            <span className="trunc">{t('picker.create', { text: text.trim() })}</span>
            <span className="sp" />
            <Kbd keys="Ctrl+Enter" />
          </button>
        )}
      </div>
      {isNobody && <p className="hint">{t('picker.nobody')}</p>}
      {error && (
        <p className="hint" role="alert">
          {say(error).sentence}
        </p>
      )}
    </div>
  );
}
