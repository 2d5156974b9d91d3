import type { CommuneView } from '@pupitre/shared/patients/patient.contract';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '../../ui/text-input';
import type { Commune } from './file-draft';
import { communesQuery } from './patients.queries';

interface CommuneInputProps {
  label: string;
  value: Commune | null;
  /** Birthplaces may be communes that no longer exist. */
  birthplace?: boolean;
  fault?: string;
  onPick: (commune: Commune | null, postalCodes: readonly string[]) => void;
}

const CODES_SHOWN = 3;

/**
 * A commune of the official list, found by its name or a postal code. What is typed without choosing is given up when
 * the field is left; an emptied field means none.
 */
export function CommuneInput({ label, value, birthplace = false, fault, onPick }: CommuneInputProps) {
  const { t } = useTranslation('patients');
  const [typed, setTyped] = useState<string | null>(null);
  const [activeCode, setActiveCode] = useState('');
  const listId = useId();
  const { data } = useQuery(communesQuery(typed?.trim() ?? '', birthplace));
  const found = typed ? (data?.communes ?? []) : [];
  const active = found.find(({ code }) => code === activeCode) ?? found[0];
  const idOf = ({ code }: CommuneView) => `${listId}-${code}`;

  const pick = ({ code, name, postalCodes }: CommuneView) => {
    setTyped(null);
    onPick({ code, name }, postalCodes);
  };
  const leave = () => {
    if (typed === '' && value) onPick(null, []);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = active && found[found.indexOf(active) + step];
    if (step !== 0) setActiveCode(next?.code ?? active?.code ?? '');
    else if (event.key === 'Enter' && typed !== null) active && pick(active);
    else if (event.key === 'Escape' && typed !== null) setTyped(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="cm">
      <TextInput
        label={label}
        fault={fault}
        placeholder={t('commune.hint')}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active && idOf(active)}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        value={typed ?? value?.name ?? ''}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={label} className="cm-list pop" hidden={found.length === 0}>
        {found.map((commune) => (
          <button
            key={commune.code}
            id={idOf(commune)}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={commune === active}
            className="pop-item"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(commune)}
          >
            {commune.name}
            <span className="hint">
              {commune.former
                ? t('commune.former', { code: commune.code })
                : commune.postalCodes.slice(0, CODES_SHOWN).join(', ')}
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}
