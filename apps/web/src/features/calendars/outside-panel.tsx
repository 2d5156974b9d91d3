import { addOutsideCalendar, longestAddress } from '@pupitre/shared/calendars/calendar.contract';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { focusAtMount } from '../../lib/focus-at-mount';
import { useMembership } from '../../lib/session';
import { useSubmissionKey } from '../../lib/submission-key';
import { showToast } from '../../lib/toast';
import { ChoiceInput, TextInput } from '../../ui/text-input';
import { CalendarForm } from './calendar-form';
import { useCalendarAct } from './use-calendar-act';
import { useColumns } from './use-columns';

interface OutsidePanelProps {
  resourceIds: readonly string[];
  onClose: () => void;
}

/** Gives the address of a calendar kept elsewhere. It is a secret: it is not kept while it is being typed. */
export function OutsidePanel({ resourceIds, onClose }: OutsidePanelProps) {
  const { t } = useTranslation('calendars');
  const { practiceId } = useMembership();
  const { choices } = useColumns();
  const offered = choices.filter(({ id }) => resourceIds.includes(id));
  const [typed, setTyped] = useState({ resourceId: offered[0]?.id ?? '', name: '', address: '' });
  const [isTried, setTried] = useState(false);
  const key = useSubmissionKey();
  const adding = useCalendarAct({
    practiceId,
    saysFaults: true,
    act: (body: InputOf<typeof addOutsideCalendar>['body']) =>
      callApi(addOutsideCalendar, { params: { practiceId }, body, idempotencyKey: key.current() }),
    onDone: ({ name }) => {
      showToast({ text: t('outside.added', { name }) });
      onClose();
    },
  });
  const change = (part: Partial<typeof typed>) => {
    key.renew();
    adding.reset();
    setTyped({ ...typed, ...part });
  };
  const isMissing = (field: 'name' | 'address') => typed[field].trim() === '';
  const submit = () => {
    setTried(true);
    if (!isMissing('name') && !isMissing('address') && !adding.isPending) adding.mutate(typed);
  };
  return (
    <CalendarForm
      title={t('outside.new')}
      save={t('outside.save')}
      busy={adding.isPending}
      error={adding.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <ChoiceInput
        label={t('column')}
        choices={offered.map(({ id, name }) => ({ value: id, label: name }))}
        value={typed.resourceId}
        onPick={(resourceId) => change({ resourceId })}
      />
      <TextInput
        ref={focusAtMount}
        label={t('outside.name')}
        help={t('outside.nameHelp')}
        fault={isTried && isMissing('name') ? t('outside.nameFault') : undefined}
        maxLength={60}
        autoComplete="off"
        value={typed.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('outside.address')}
        help={t('outside.addressHelp')}
        fault={isTried && isMissing('address') ? t('outside.addressFault') : undefined}
        maxLength={longestAddress}
        autoComplete="off"
        inputMode="url"
        spellCheck={false}
        value={typed.address}
        onChange={(event) => change({ address: event.currentTarget.value })}
      />
    </CalendarForm>
  );
}
