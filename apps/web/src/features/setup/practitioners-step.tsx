import { professions } from '@pupitre/shared/practices/practice.contract';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ChangeEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusAtMount } from '../../lib/focus-at-mount';
import { Button, IconButton } from '../../ui/button';
import { ChoiceInput, TextInput } from '../../ui/text-input';
import { useSetup } from './setup-context';
import { newPractitioner, type TypedPractitioner, withMotifsOf } from './setup-draft';

const most = 30;

export function PractitionersStep() {
  const { t } = useTranslation('setup');
  const { typed, change, faultAt } = useSetup();
  const [added, setAdded] = useState('');
  const add = () => {
    const next = newPractitioner(typed.practitioners.at(-1)?.profession ?? 'general_practitioner');
    setAdded(next.key);
    change((before) => withMotifsOf({ ...before, practitioners: [...before.practitioners, next] }));
  };
  return (
    <div className="su-fields">
      {typed.practitioners.map((each, index) => (
        <PractitionerFields key={each.key} practitioner={each} index={index} takesFocus={each.key === added} />
      ))}
      {faultAt('practitioners') && (
        <p className="fault" role="alert">
          {faultAt('practitioners')}
        </p>
      )}
      <div>
        <Button icon={IconPlus} onClick={add} disabled={typed.practitioners.length >= most}>
          {t('practitioners.add')}
        </Button>
      </div>
    </div>
  );
}

interface PractitionerFieldsProps {
  practitioner: TypedPractitioner;
  index: number;
  takesFocus: boolean;
}

type TextField = 'firstName' | 'lastName' | 'rpps' | 'siren';

function PractitionerFields({ practitioner, index, takesFocus }: PractitionerFieldsProps) {
  const { t } = useTranslation('setup');
  const { change, faultAt } = useSetup();
  const { key } = practitioner;
  const set = (part: Partial<TypedPractitioner>) =>
    change((before) =>
      withMotifsOf({
        ...before,
        practitioners: before.practitioners.map((each) => (each.key === key ? { ...each, ...part } : each)),
      }),
    );
  const remove = () =>
    change((before) =>
      withMotifsOf({
        ...before,
        ownSeat: before.ownSeat === key ? '' : before.ownSeat,
        practitioners: before.practitioners.filter((each) => each.key !== key),
      }),
    );
  const field = (name: TextField) => ({
    value: practitioner[name],
    autoComplete: 'off',
    onChange: (event: ChangeEvent<HTMLInputElement>) => set({ [name]: event.currentTarget.value }),
    fault: faultAt(`practitioners.${key}.${name}`),
  });
  const heading = t('practitioners.column', { number: index + 1 });

  return (
    <fieldset className="su-card">
      <legend className="sr">{heading}</legend>
      <div className="su-card-head" aria-hidden="true">
        {heading}
      </div>
      <IconButton
        className="su-remove"
        icon={IconTrash}
        size="sm"
        look="ghost"
        label={t('practitioners.remove', { number: index + 1 })}
        onClick={remove}
      />
      <div className="su-triple">
        <ChoiceInput
          label={t('practitioners.title')}
          choices={[
            { value: 'dr', label: t('practitioners.dr') },
            { value: 'none', label: t('practitioners.none') },
          ]}
          value={practitioner.title}
          onPick={(title) => set({ title })}
        />
        <TextInput
          label={t('practitioners.firstName')}
          maxLength={40}
          required
          ref={takesFocus ? focusAtMount : undefined}
          {...field('firstName')}
        />
        <TextInput label={t('practitioners.lastName')} maxLength={40} required {...field('lastName')} />
      </div>
      <div className="su-triple">
        <ChoiceInput
          label={t('practitioners.profession')}
          choices={professions.map((value) => ({ value, label: t(`profession.${value}`) }))}
          value={practitioner.profession}
          onPick={(profession) => set({ profession })}
        />
        <TextInput label={t('practitioners.rpps')} inputMode="numeric" maxLength={14} {...field('rpps')} />
        <TextInput label={t('practitioners.siren')} inputMode="numeric" maxLength={11} {...field('siren')} />
      </div>
    </fieldset>
  );
}
