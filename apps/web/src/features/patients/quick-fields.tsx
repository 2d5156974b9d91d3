import { useTranslation } from 'react-i18next';
import { Segmented } from '../../ui/segmented';
import { TextInput } from '../../ui/text-input';
import type { QuickDraft, QuickFaults } from './quick-draft';

interface QuickFieldsProps {
  draft: QuickDraft;
  faults: QuickFaults;
  /** The birth date read back in full: a slip of the finger shows at once. */
  birthDay: string | undefined;
  onChange: (part: Partial<QuickDraft>) => void;
}

export function QuickFields({ draft, faults, birthDay, onChange }: QuickFieldsProps) {
  const { t } = useTranslation('patients');
  const say = (field: keyof QuickDraft) => {
    const fault = faults[field];
    return fault && t(`fault.${fault}`);
  };
  const text = (field: 'birthName' | 'usedName' | 'firstName' | 'birthDate' | 'phone') => ({
    label: t(`field.${field}`),
    value: draft[field],
    fault: say(field),
    autoComplete: 'off',
    // A fragment searched for is typed over, not corrected.
    onFocus: (event: React.FocusEvent<HTMLInputElement>) => event.currentTarget.select(),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => onChange({ [field]: event.currentTarget.value }),
  });
  return (
    <div className="nq-grid">
      <TextInput {...text('birthName')} required />
      <TextInput {...text('firstName')} required />
      <TextInput {...text('birthDate')} required inputMode="numeric" placeholder="120362" help={birthDay} />
      <div className="field">
        <span id="nq-sex">{t('field.sex')}</span>
        <Segmented
          label={t('field.sex')}
          value={draft.sex}
          segments={[
            { value: 'F', label: t('sex.F') },
            { value: 'M', label: t('sex.M') },
            { value: 'U', label: t('sex.U') },
          ]}
          onPick={(sex) => onChange({ sex })}
        />
        {say('sex') && <p className="fault">{say('sex')}</p>}
      </div>
      <TextInput
        {...text('phone')}
        inputMode="tel"
        disabled={draft.withoutPhone}
        after={
          <label className="nq-no">
            <input
              type="checkbox"
              checked={draft.withoutPhone}
              onChange={(event) => onChange({ withoutPhone: event.currentTarget.checked, phone: '' })}
            />
            {t('field.withoutPhone')}
          </label>
        }
      />
      <TextInput {...text('usedName')} help={t('new.usedNameHelp')} />
    </div>
  );
}
