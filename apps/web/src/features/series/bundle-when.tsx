import { useTranslation } from 'react-i18next';
import { ChoiceInput, TextInput } from '../../ui/text-input';
import type { BundleForm } from './bundle-form';
import type { BundleInHand } from './use-bundle';

/** From when, how long between them, with one practitioner or several. */
export function BundleWhen({ bundle: { form, change } }: { bundle: BundleInHand }) {
  const { t } = useTranslation('series');
  return (
    <div className="sect sr-when">
      <TextInput
        label={t('bundle.from')}
        type="date"
        value={form.from}
        onChange={(event) => change({ from: event.currentTarget.value })}
      />
      <ChoiceInput<BundleForm['part']>
        label={t('bundle.part')}
        choices={[
          { value: '', label: t('bundle.any') },
          { value: 'morning', label: t('bundle.morning') },
          { value: 'afternoon', label: t('bundle.afternoon') },
        ]}
        value={form.part}
        onPick={(part) => change({ part })}
      />
      <Minutes label={t('bundle.minGap')} value={form.minGap} onChange={(minGap) => change({ minGap })} />
      <Minutes label={t('bundle.maxGap')} value={form.maxGap} onChange={(maxGap) => change({ maxGap })} />
      <label className="set-check">
        <input
          type="checkbox"
          checked={form.sameColumn}
          onChange={(event) => change({ sameColumn: event.currentTarget.checked })}
        />
        {t('bundle.same')}
      </label>
    </div>
  );
}

interface MinutesProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (minutes: number) => void;
}

function Minutes({ label, value, onChange }: MinutesProps) {
  return (
    <TextInput
      label={label}
      type="number"
      inputMode="numeric"
      min={0}
      max={480}
      step={5}
      value={value}
      after={<span className="hint">min</span>}
      onChange={(event) => onChange(event.currentTarget.valueAsNumber || 0)}
    />
  );
}
