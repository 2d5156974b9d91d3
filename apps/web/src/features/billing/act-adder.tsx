import type { ActView } from '@pupitre/shared/billing/billing.contract';
import { IconSearch, IconStar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Button } from '../../ui/button';
import { ComboInput } from '../../ui/combo-input';
import { Icon } from '../../ui/icon';
import { matchActs } from './act-match';
import { isDoubtful } from './tariff-sources';
import { useActLabel } from './use-act-words';

/** Wide enough for a label of CCAM beside its price. */
const WIDTH = 520;

interface ActAdderProps {
  acts: readonly ActView[];
  /** Codes of the acts most used: one click each. */
  favourites: readonly string[];
  onAdd: (code: string) => void;
}

/** Adds an act of the day's catalogue, by its code or by words. */
export function ActAdder({ acts, favourites, onAdd }: ActAdderProps) {
  const { t } = useTranslation('billing');
  const labelOf = useActLabel();
  const [text, setText] = useState('');
  const found = (code: string) => acts.find((act) => act.code === code);
  const offered = favourites.flatMap((code) => found(code) ?? []);
  const pick = (code: string | null) => {
    setText('');
    if (code) onAdd(code);
  };
  return (
    <div className="add-acts">
      <ComboInput
        className="add"
        aria-label={t('add.label')}
        placeholder={t('add.hint')}
        leftSection={<Icon of={IconSearch} />}
        rightSection={null}
        data={acts.map((act) => ({ value: act.code, label: `${act.code} ${labelOf(act)}` }))}
        filter={({ search }) =>
          matchActs(acts, search).map((act) => ({ value: act.code, label: labelOf(act), disabled: false }))
        }
        renderOption={({ option }) => <ActOption act={found(option.value)} />}
        value={null}
        searchValue={text}
        onSearchChange={setText}
        onChange={pick}
        maxDropdownHeight={320}
        comboboxProps={{ transitionProps: { duration: 0 }, width: WIDTH, position: 'bottom-start' }}
      />
      {offered.map((act) => (
        <Button key={act.code} icon={IconStar} title={labelOf(act)} onClick={() => onAdd(act.code)}>
          {act.short}
        </Button>
      ))}
    </div>
  );
}

function ActOption({ act }: { act: ActView | undefined }) {
  const { t } = useTranslation('billing');
  const formats = useFormats();
  const labelOf = useActLabel();
  if (!act) return null;
  return (
    <>
      <b>{act.code}</b>
      <span className="trunc">{labelOf(act)}</span>
      <span className="sp" />
      {isDoubtful(act) && <span className="hint">{t('tariffs.check')}</span>}
      <span className="tn nowrap">{formats.euros(act.priceCents)}</span>
    </>
  );
}
