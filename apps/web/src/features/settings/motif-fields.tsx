import type { PoolView } from '@pupitre/shared/practices/pool.contract';
import { places, type ResourceView } from '@pupitre/shared/practices/practice.contract';
import { useTranslation } from 'react-i18next';
import { focusAtMount } from '../../lib/focus-at-mount';
import { CheckList } from '../../ui/check-list';
import { ChoiceInput, TextInput } from '../../ui/text-input';
import { ColorPick } from './color-pick';
import type { MotifFault, TypedMotif } from './motif-draft';
import { MotifBooking, MotifDurations, MotifNeeds, MotifWords } from './motif-rules';
import { SettingsForm, typedField } from './settings-form';
import { UsualActs } from './usual-acts';

const nameLength = 60;
const shortNameLength = 14;

const plainFaults = ['name', 'shortName', 'minutes', 'resourceIds', 'usualActs'] as const;
const isPlain = (field: MotifFault): field is (typeof plainFaults)[number] =>
  (plainFaults as readonly MotifFault[]).includes(field);

interface MotifFieldsProps {
  formId: string;
  practiceId: string;
  zone: string;
  columns: readonly ResourceView[];
  pools: readonly PoolView[];
  typed: TypedMotif;
  faults: ReadonlySet<MotifFault>;
  isNameTaken: boolean;
  onType: (part: Partial<TypedMotif>) => void;
  onSubmit: () => void;
}

export function MotifFields(props: MotifFieldsProps) {
  const { formId, practiceId, zone, columns, pools, typed, faults, isNameTaken, onType, onSubmit } = props;
  const { t } = useTranslation(['settings', 'motif-rules']);
  const faultOf = (field: MotifFault) => {
    if (!faults.has(field)) return undefined;
    return isPlain(field) ? t(`motifs.fault.${field}`) : t(`motif-rules:fault.${field}`);
  };
  const part = { typed, faultOf, onType };
  const field = (name: 'name' | 'shortName' | 'minutes') => ({
    ...typedField(typed, onType, name),
    fault: faultOf(name),
  });
  return (
    <SettingsForm id={formId} onSubmit={onSubmit}>
      <TextInput
        ref={focusAtMount}
        label={t('motifs.name')}
        maxLength={nameLength}
        {...field('name')}
        fault={isNameTaken ? t('motifs.fault.nameTaken') : faultOf('name')}
      />
      <div className="set-pair">
        <TextInput
          label={t('motifs.shortNameLabel')}
          help={t('motifs.shortNameHelp', { left: shortNameLength - typed.shortName.length })}
          maxLength={shortNameLength}
          {...field('shortName')}
        />
        <TextInput label={t('motifs.minutesLabel')} inputMode="numeric" {...field('minutes')} />
      </div>
      <ChoiceInput
        label={t('motifs.place')}
        choices={places.map((place) => ({ value: place, label: t(`place.${place}`) }))}
        value={typed.place}
        onPick={(place) => onType({ place })}
      />
      <ColorPick value={typed.color} onPick={(color) => onType({ color })} />
      <CheckList
        legend={t('motifs.columns')}
        choices={columns.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={typed.resourceIds}
        fault={faultOf('resourceIds')}
        onChoose={(resourceIds) => onType({ resourceIds })}
      />
      <MotifDurations {...part} columns={columns} />
      <MotifBooking {...part} />
      <MotifNeeds {...part} pools={pools} />
      <MotifWords {...part} />
      <UsualActs
        practiceId={practiceId}
        zone={zone}
        chosen={typed.usualActs}
        fault={faultOf('usualActs')}
        onChoose={(usualActs) => onType({ usualActs })}
      />
      <label className="set-check">
        <input type="checkbox" checked={typed.active} onChange={() => onType({ active: !typed.active })} />
        {t('motifs.offer')}
      </label>
      <p className="hint">{t('motifs.offerHelp')}</p>
    </SettingsForm>
  );
}
