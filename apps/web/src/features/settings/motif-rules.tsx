import type { PoolView } from '@pupitre/shared/practices/pool.contract';
import type { ResourceView } from '@pupitre/shared/practices/practice.contract';
import { useTranslation } from 'react-i18next';
import { CheckList } from '../../ui/check-list';
import { ChoiceInput, TextArea, TextInput } from '../../ui/text-input';
import type { MotifFault, TypedMotif } from './motif-draft';
import { typedField } from './settings-form';

/** Where a visit may be asked for; what an import brings is never refused. */
const askedChannels = ['desk', 'phone', 'online'] as const;
const grids = ['5', '10', '15', '20', '30', '60'] as const;
const audiences = ['all', 'new', 'known'] as const;
const longestText = 300;

export interface MotifPartProps {
  typed: TypedMotif;
  faultOf: (field: MotifFault) => string | undefined;
  onType: (part: Partial<TypedMotif>) => void;
}

/** Its own minutes for each practitioner who takes another time; empty means the motif's. */
export function MotifDurations({
  typed,
  faultOf,
  onType,
  columns,
}: MotifPartProps & { columns: readonly ResourceView[] }) {
  const { t } = useTranslation('motif-rules');
  const offered = columns.filter(({ id }) => typed.resourceIds.includes(id));
  if (offered.length === 0) return null;
  const fault = faultOf('durations');
  return (
    <fieldset className="field motif-part">
      <legend>{t('durations.title')}</legend>
      <div className="set-pair">
        {offered.map(({ id, shortName }) => (
          <TextInput
            key={id}
            label={shortName}
            inputMode="numeric"
            placeholder={typed.minutes}
            autoComplete="off"
            value={typed.durations[id] ?? ''}
            onChange={(event) => onType({ durations: { ...typed.durations, [id]: event.currentTarget.value } })}
          />
        ))}
      </div>
      <p className={fault ? 'fault' : 'hint'}>{fault ?? t('durations.help')}</p>
    </fieldset>
  );
}

/** When it may be booked, how, for whom, and how many may stand beside others. */
export function MotifBooking({ typed, faultOf, onType }: MotifPartProps) {
  const { t } = useTranslation('motif-rules');
  const field = (name: 'beforeMin' | 'afterMin' | 'rajouts') => ({
    ...typedField(typed, onType, name),
    inputMode: 'numeric' as const,
    fault: faultOf(name),
  });
  return (
    <fieldset className="field motif-part">
      <legend>{t('booking.title')}</legend>
      <div className="set-pair">
        <TextInput label={t('booking.before')} {...field('beforeMin')} />
        <TextInput label={t('booking.after')} {...field('afterMin')} />
        <ChoiceInput
          label={t('booking.grid')}
          choices={grids.map((grid) => ({ value: grid, label: t('booking.gridMinutes', { minutes: grid }) }))}
          value={typed.gridMin}
          onPick={(gridMin) => onType({ gridMin })}
        />
        <TextInput label={t('booking.rajouts')} {...field('rajouts')} />
      </div>
      <ChoiceInput
        label={t('booking.patients')}
        choices={audiences.map((patients) => ({ value: patients, label: t(`patients.${patients}`) }))}
        value={typed.patients}
        onPick={(patients) => onType({ patients })}
      />
      <CheckList
        legend={t('booking.channels')}
        choices={askedChannels.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))}
        chosen={typed.channels.filter((channel) => channel !== 'import')}
        fault={faultOf('channels')}
        onChoose={(channels) => onType({ channels: [...channels, 'import'] })}
      />
    </fieldset>
  );
}

/** One of each pool ticked is taken with the visit, for as long as it and its own preparation and cleaning. */
export function MotifNeeds({ typed, faultOf, onType, pools }: MotifPartProps & { pools: readonly PoolView[] }) {
  const { t } = useTranslation('motif-rules');
  const fault = faultOf('needs');
  const change = (poolId: string, part: { beforeMin?: string; afterMin?: string }) =>
    onType({ needs: typed.needs.map((need) => (need.poolId === poolId ? { ...need, ...part } : need)) });
  return (
    <fieldset className="field motif-part">
      <legend>{t('needs.title')}</legend>
      {pools.length === 0 && <p className="hint">{t('needs.none')}</p>}
      {pools.map(({ id, name }) => {
        const need = typed.needs.find(({ poolId }) => poolId === id);
        const others = typed.needs.filter(({ poolId }) => poolId !== id);
        const toggled = need ? others : [...others, { poolId: id, beforeMin: '0', afterMin: '0' }];
        return (
          <div key={id}>
            <label className="set-check">
              <input type="checkbox" checked={need !== undefined} onChange={() => onType({ needs: toggled })} />
              {name}
            </label>
            {need && (
              <div className="set-pair motif-need">
                <TextInput
                  label={t('needs.before', { name })}
                  inputMode="numeric"
                  autoComplete="off"
                  value={need.beforeMin}
                  onChange={(event) => change(id, { beforeMin: event.currentTarget.value })}
                />
                <TextInput
                  label={t('needs.after', { name })}
                  inputMode="numeric"
                  autoComplete="off"
                  value={need.afterMin}
                  onChange={(event) => change(id, { afterMin: event.currentTarget.value })}
                />
              </div>
            )}
          </div>
        );
      })}
      {fault && <p className="fault">{fault}</p>}
    </fieldset>
  );
}

/** Shown to the desk when the motif is chosen. */
export function MotifWords({ typed, faultOf, onType }: MotifPartProps) {
  const { t } = useTranslation('motif-rules');
  const field = (name: 'bring' | 'say') => ({
    label: t(name),
    rows: 2,
    maxLength: longestText,
    value: typed[name],
    fault: faultOf(name),
    onChange: (event: { currentTarget: HTMLTextAreaElement }) =>
      onType(name === 'bring' ? { bring: event.currentTarget.value } : { say: event.currentTarget.value }),
  });
  return (
    <>
      <TextArea {...field('say')} help={t('sayHelp')} />
      <TextArea {...field('bring')} />
    </>
  );
}
