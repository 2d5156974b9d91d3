import { type PracticeModel, practiceModels } from '@pupitre/shared/fr/starter-motifs';
import { findCommunes } from '@pupitre/shared/patients/patient.contract';
import { holidayZones } from '@pupitre/shared/planning/public-holidays';
import { practiceZones, territoryOf } from '@pupitre/shared/practices/territory';
import { useQuery } from '@tanstack/react-query';
import { type ChangeEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { ChoiceInput, TextInput } from '../../ui/text-input';
import { useSetup } from './setup-context';
import { type TypedSetup, withModel } from './setup-draft';

type Field = keyof TypedSetup['practice'];
const models = Object.keys(practiceModels) as PracticeModel[];

/** Communes that have this postal code, once it is whole. */
function useCommunesAt(postalCode: string) {
  const isWhole = /^\d{5}$/.test(postalCode);
  return useQuery({
    queryKey: ['communes', postalCode],
    queryFn: ({ signal }) => callApi(findCommunes, { query: { text: postalCode, birthplace: 'false' } }, signal),
    enabled: isWhole,
    staleTime: Number.POSITIVE_INFINITY,
  }).data?.communes;
}

export function PracticeStep() {
  const { t } = useTranslation('setup');
  const { typed, change, faultAt } = useSetup();
  const { practice } = typed;
  const listId = useId();
  const communes = useCommunesAt(practice.postalCode.trim());
  const territory = territoryOf(practice.postalCode.trim());
  const set = (part: Partial<TypedSetup['practice']>) =>
    change((before) => ({ ...before, practice: { ...before.practice, ...part } }));
  const field = (name: Field) => ({
    value: practice[name],
    onChange: (event: ChangeEvent<HTMLInputElement>) => set({ [name]: event.currentTarget.value }),
    fault: faultAt(`practice.${name}`),
  });
  const onlyCommune = communes?.length === 1 ? communes[0] : undefined;

  return (
    <div className="su-fields">
      <ChoiceInput
        label={t('practice.model')}
        help={t('practice.modelHelp')}
        choices={models.map((model) => ({ value: model, label: t(`model.${model}`) }))}
        value={typed.model}
        onPick={(model) => change((before) => withModel(before, model))}
      />
      <TextInput label={t('practice.name')} maxLength={80} autoComplete="organization" required {...field('name')} />
      <TextInput
        label={t('practice.street')}
        maxLength={120}
        autoComplete="street-address"
        required
        {...field('street')}
      />
      <div className="su-pair">
        <TextInput
          label={t('practice.postalCode')}
          inputMode="numeric"
          maxLength={5}
          autoComplete="postal-code"
          required
          {...field('postalCode')}
        />
        <TextInput
          label={t('practice.city')}
          maxLength={80}
          autoComplete="address-level2"
          list={listId}
          required
          {...field('city')}
          onFocus={() => !practice.city && onlyCommune && set({ city: onlyCommune.name })}
        />
        <datalist id={listId}>
          {communes?.map(({ code, name }) => (
            <option key={code} value={name} />
          ))}
        </datalist>
      </div>
      <div className="su-pair">
        <TextInput label={t('practice.phone')} type="tel" autoComplete="tel" {...field('phone')} />
        <TextInput label={t('practice.finess')} help={t('practice.finessHelp')} {...field('finess')} />
      </div>
      <div className="su-pair">
        <ChoiceInput
          label={t('practice.zone')}
          choices={practiceZones.map((zone) => ({
            value: zone,
            label: zone.replace(/^.*\//, '').replaceAll('_', ' '),
          }))}
          value={practice.zone || territory.zone}
          onPick={(zone) => set({ zone })}
        />
        <ChoiceInput
          label={t('practice.holidays')}
          choices={holidayZones.map((zone) => ({ value: zone, label: t(`holidays.${zone}`) }))}
          value={practice.holidayZone || territory.holidayZone}
          onPick={(holidayZone) => set({ holidayZone })}
        />
      </div>
      <details className="su-more">
        <summary>{t('sample.title')}</summary>
        <p>{t('sample.why')}</p>
        <pre className="su-command">DATA_DIR=.essai PORT=3100 npm start</pre>
        <p>{t('sample.after')}</p>
      </details>
    </div>
  );
}
