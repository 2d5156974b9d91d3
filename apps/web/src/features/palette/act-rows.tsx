import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Icon } from '../../ui/icon';
import { Kbd } from '../../ui/kbd';
import { PaletteOption } from './palette-option';
import type { PaletteState } from './use-palette';

export function ActRows({ state }: { state: PaletteState }) {
  const { t } = useTranslation('palette');
  const formats = useFormats();
  const acts = state.rows.filter((row) => row.kind === 'act');
  if (acts.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox, not of form fields
    <div role="group" aria-label={t('acts')}>
      <p className="pal-h" aria-hidden="true">
        {t('acts')}
      </p>
      {acts.map((row) => {
        const { act, month } = row.found;
        return (
          <PaletteOption key={row.id} row={row} state={state} className="ac">
            <Icon of={act.icon} />
            <span className="trunc">{act.label}</span>
            {month && <span className="tok">{formats.monthLong(month)}</span>}
            <span className="sp" />
            {act.keys && <Kbd keys={act.keys} />}
          </PaletteOption>
        );
      })}
    </div>
  );
}
