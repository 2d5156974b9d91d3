import type { CommuneView } from '@pupitre/shared/patients/patient.contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ComboInput } from '../../ui/combo-input';
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

/** A commune of the official list, found by its name or a postal code. */
export function CommuneInput({ label, value, birthplace = false, fault, onPick }: CommuneInputProps) {
  const { t } = useTranslation('patients');
  const [text, setText] = useState('');
  const isSearching = text !== '' && text !== value?.name;
  const { data } = useQuery(communesQuery(isSearching ? text.trim() : '', birthplace));
  const found = isSearching ? (data?.communes ?? []) : [];
  const held =
    value && !found.some(({ code }) => code === value.code) ? [{ value: value.code, label: value.name }] : [];
  const optionOf = (commune: CommuneView) => ({ value: commune.code, label: nameOf(commune) });
  const nameOf = ({ name, postalCodes, code, former }: CommuneView) => {
    const place = former ? t('commune.former', { code }) : postalCodes.slice(0, 3).join(', ') || code;
    return `${name} (${place})`;
  };
  return (
    <ComboInput
      label={label}
      placeholder={t('commune.hint')}
      value={value?.code ?? null}
      data={[...held, ...found.map(optionOf)]}
      filter={({ options }) => options}
      searchValue={isSearching ? text : (value?.name ?? text)}
      onSearchChange={setText}
      clearable
      error={fault}
      onChange={(code) => {
        const commune = found.find((one) => one.code === code);
        setText(commune?.name ?? '');
        if (commune) onPick({ code: commune.code, name: commune.name }, commune.postalCodes);
        else if (code === null) onPick(null, []);
      }}
    />
  );
}
