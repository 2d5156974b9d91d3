import { holidayZones } from '@pupitre/shared/planning/public-holidays';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { addSite, editSite, removeSite, type SiteForm, type SiteView } from '@pupitre/shared/practices/site.contract';
import { practiceZones } from '@pupitre/shared/practices/territory';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../../keyboard/use-shortcut';
import { callApi } from '../../../lib/api-client';
import { focusAtMount } from '../../../lib/focus-at-mount';
import { useSubmissionKey } from '../../../lib/submission-key';
import { showToast } from '../../../lib/toast';
import { useServerDraft } from '../../../lib/use-server-draft';
import { Button } from '../../../ui/button';
import { DraftNotice } from '../../../ui/draft-notice';
import { ErrorState } from '../../../ui/error-state';
import { Panel } from '../../../ui/panel';
import { ChoiceInput, TextInput } from '../../../ui/text-input';
import { rereadSetup } from '../settings.queries';
import { SettingsForm, typedField } from '../settings-form';
import { EffectView } from './effect-view';
import { siteEffect } from './opening.queries';
import { emptySite, readSite, type SiteField, siteTyped, type TypedSite, typedSite, zoneCity } from './site-draft';

interface SitePanelProps {
  setup: PracticeSetup;
  /** Absent: a new one. */
  site: SiteView | undefined;
  onClose: () => void;
}

/** A place of the practice; another calendar tells first whom it leaves outside. */
export function SitePanel({ setup, site, onClose }: SitePanelProps) {
  const { t } = useTranslation(['hours', 'settings']);
  const [saved] = useState(site);
  const start = saved ? siteTyped(saved) : emptySite;
  const [typed, setTyped] = useState<TypedSite>(start);
  const [isTried, setTried] = useState(false);
  const formId = useId();
  const practiceId = setup.practice.id;
  const isDirty = JSON.stringify(typed) !== JSON.stringify(start);
  const kept = useServerDraft({
    ...{ form: 'site' as const, subject: saved?.id ?? 'new', shape: typedSite, body: typed, isDirty },
    onRestore: setTyped,
    onClear: () => setTyped(start),
  });
  const leave = () => {
    kept.done();
    onClose();
  };
  const { form, faults } = readSite(typed);
  const effect = useQuery({
    ...siteEffect(practiceId, { siteId: saved?.id ?? practiceId, form: form ?? blank }),
    enabled: saved !== undefined && form !== null && isDirty,
  });
  const saving = useSaveSite(practiceId, saved, leave);
  const removing = useRemoveSite(practiceId, saved, leave);
  const submit = () => {
    setTried(true);
    if (form && !saving.isPending) saving.mutate(form);
  };
  useShortcut({
    id: 'settings.site.save',
    keys: 'Ctrl+Enter',
    scope: 'global',
    labelKey: 'settings:hours.save',
    groupKey: 'settings:title',
    run: submit,
  });
  const change = (part: Partial<TypedSite>) => {
    saving.reset();
    setTyped({ ...typed, ...part });
  };
  const field = (name: SiteField) => ({
    ...typedField(typed, change, name),
    label: t(`sites.${name}`),
    fault: isTried && faults.has(name) ? t(`sites.fault.${name}`) : undefined,
  });
  const error = saving.error ?? removing.error ?? (form && isDirty ? effect.error : null);
  const title = saved ? t('sites.editOne', { name: saved.name }) : t('sites.add');
  return (
    <Panel
      label={t('sites.edit')}
      head={<h2 className="set-panel-title">{title}</h2>}
      onClose={onClose}
      foot={
        <div className="set-foot">
          <Button onClick={leave}>{t('settings:cancel')}</Button>
          <Button look="primary" keys="Ctrl+Enter" type="submit" form={formId} busy={saving.isPending}>
            {t('settings:hours.save')}
          </Button>
        </div>
      }
    >
      <DraftNotice draft={kept} />
      {error && <ErrorState error={error} onRetry={submit} />}
      {isDirty && effect.data && <EffectView effect={effect.data} />}
      <SettingsForm id={formId} onSubmit={submit}>
        <TextInput ref={focusAtMount} maxLength={60} {...field('name')} />
        <TextInput maxLength={120} {...field('street')} />
        <TextInput inputMode="numeric" maxLength={5} {...field('postalCode')} />
        <TextInput maxLength={80} {...field('city')} />
        <ChoiceInput
          label={t('sites.zone')}
          help={t('sites.zoneHelp')}
          choices={[
            { value: '', label: t('sites.asPractice', { what: zoneCity(setup.practice.zone) }) },
            ...practiceZones.map((zone) => ({ value: zone, label: zoneCity(zone) })),
          ]}
          value={typed.zone}
          onPick={(zone) => change({ zone })}
        />
        <ChoiceInput
          label={t('sites.holidays')}
          choices={[
            { value: '', label: t('sites.asPractice', { what: t(`zone.${setup.practice.holidayZone as 'FR'}`) }) },
            ...holidayZones.map((zone) => ({ value: zone, label: t(`zone.${zone}`) })),
          ]}
          value={typed.holidayZone}
          onPick={(holidayZone) => change({ holidayZone })}
        />
        {saved && setup.sites.length > 1 && (
          <Button look="danger" busy={removing.isPending} onClick={() => removing.mutate()}>
            {t('sites.remove')}
          </Button>
        )}
      </SettingsForm>
    </Panel>
  );
}

/** Never asked: the query is off while the form cannot be read. */
const blank: SiteForm = { name: '-', street: '-', postalCode: '00000', city: '-', zone: null, holidayZone: null };

function useSaveSite(practiceId: string, saved: SiteView | undefined, onSaved: () => void) {
  const { t } = useTranslation('hours');
  const client = useQueryClient();
  const key = useSubmissionKey();
  return useMutation({
    mutationFn: async (body: SiteForm): Promise<SiteView> =>
      saved
        ? (await callApi(editSite, { params: { practiceId, siteId: saved.id }, body, ifMatch: saved.version })).site
        : callApi(addSite, { params: { practiceId }, body, idempotencyKey: key.current() }),
    onSuccess: async ({ name }) => {
      await rereadSetup(client, practiceId);
      showToast({ text: t('sites.saved', { name }) });
      onSaved();
    },
    onSettled: () => key.renew(),
  });
}

function useRemoveSite(practiceId: string, saved: SiteView | undefined, onRemoved: () => void) {
  const { t } = useTranslation('hours');
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => callApi(removeSite, { params: { practiceId, siteId: saved?.id ?? practiceId } }),
    onSuccess: async () => {
      await rereadSetup(client, practiceId);
      showToast({ text: t('sites.removed', { name: saved?.name ?? '' }) });
      onRemoved();
    },
  });
}
