import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusAtMount } from '../../lib/focus-at-mount';
import { Button, IconButton } from '../../ui/button';
import { useSetup } from './setup-context';
import type { Profession, TypedMotif } from './setup-draft';

/** What people come for, by profession: ticked, renamed, timed, added. */
export function MotifsStep() {
  const { t } = useTranslation('setup');
  const { typed, change, faultAt } = useSetup();
  const [added, setAdded] = useState('');
  const held = [...new Set(typed.practitioners.map(({ profession }) => profession))];
  const add = (profession: Profession) => {
    const key = crypto.randomUUID();
    setAdded(key);
    const motif: TypedMotif = { key, name: '', minutes: '20', profession, kept: true, starter: null };
    change((before) => ({ ...before, motifs: [...before.motifs, motif] }));
  };
  return (
    <div className="su-fields">
      {faultAt('motifs') && (
        <p className="fault" role="alert">
          {faultAt('motifs')}
        </p>
      )}
      {held.map((profession) => (
        <fieldset className="su-card" key={profession}>
          <legend className="sr">{t(`profession.${profession}`)}</legend>
          <div className="su-card-head" aria-hidden="true">
            {t(`profession.${profession}`)}
          </div>
          {typed.motifs
            .filter((motif) => motif.profession === profession)
            .map((motif) => (
              <MotifRow key={motif.key} motif={motif} takesFocus={motif.key === added} />
            ))}
          <div>
            <Button size="sm" icon={IconPlus} onClick={() => add(profession)}>
              {t('motifs.add')}
            </Button>
          </div>
        </fieldset>
      ))}
    </div>
  );
}

function MotifRow({ motif, takesFocus }: { motif: TypedMotif; takesFocus: boolean }) {
  const { t } = useTranslation('setup');
  const { change, faultAt } = useSetup();
  const { key, kept } = motif;
  const set = (part: Partial<TypedMotif>) =>
    change((before) => ({
      ...before,
      motifs: before.motifs.map((each) => (each.key === key ? { ...each, ...part } : each)),
    }));
  const shown = motif.name || t('motifs.new');
  const faults = (['name', 'minutes'] as const).map((field) => faultAt(`motifs.${key}.${field}`));
  return (
    <div className="su-motif">
      <input
        type="checkbox"
        aria-label={t('motifs.keep', { name: shown })}
        checked={kept}
        onChange={() => set({ kept: !kept })}
      />
      <span className={faults[0] ? 'inp bad' : kept ? 'inp' : 'inp off'}>
        <input
          type="text"
          aria-label={t('motifs.name', { name: shown })}
          aria-invalid={faults[0] ? true : undefined}
          maxLength={60}
          autoComplete="off"
          disabled={!kept}
          ref={takesFocus ? focusAtMount : undefined}
          value={motif.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
      </span>
      <span className={faults[1] ? 'inp bad' : kept ? 'inp' : 'inp off'}>
        <input
          type="text"
          inputMode="numeric"
          aria-label={t('motifs.minutes', { name: shown })}
          aria-invalid={faults[1] ? true : undefined}
          maxLength={3}
          autoComplete="off"
          disabled={!kept}
          value={motif.minutes}
          onChange={(event) => set({ minutes: event.currentTarget.value })}
        />
        min
      </span>
      {motif.starter === null && (
        <IconButton
          icon={IconTrash}
          size="sm"
          look="ghost"
          label={t('motifs.remove', { name: shown })}
          onClick={() => change((before) => ({ ...before, motifs: before.motifs.filter((each) => each.key !== key) }))}
        />
      )}
      {faults.some(Boolean) && (
        <p className="fault" role="alert">
          {faults.filter(Boolean).join(' ')}
        </p>
      )}
    </div>
  );
}
