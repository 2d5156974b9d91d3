import { addFeed } from '@pupitre/shared/calendars/calendar.contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { focusAtMount } from '../../lib/focus-at-mount';
import { useMembership } from '../../lib/session';
import { ChoiceInput, TextInput } from '../../ui/text-input';
import type { ShownAddress } from './address-dialog';
import { CalendarForm } from './calendar-form';
import { useCalendarAct } from './use-calendar-act';
import { useColumns } from './use-columns';

interface FeedPanelProps {
  resourceIds: readonly string[];
  onMade: (address: ShownAddress) => void;
  onClose: () => void;
}

/** Makes an address for a column; whom it is for says later which one to close. */
export function FeedPanel({ resourceIds, onMade, onClose }: FeedPanelProps) {
  const { t } = useTranslation('calendars');
  const { practiceId } = useMembership();
  const { choices, nameOf } = useColumns();
  const offered = choices.filter(({ id }) => resourceIds.includes(id));
  const [resourceId, setResourceId] = useState(offered[0]?.id ?? '');
  const [label, setLabel] = useState('');
  const [isTried, setTried] = useState(false);
  const making = useCalendarAct({
    practiceId,
    saysFaults: true,
    act: (body: { resourceId: string; label: string }) => callApi(addFeed, { params: { practiceId }, body }),
    onDone: ({ token }) => onMade({ column: nameOf(resourceId), token }),
  });
  const submit = () => {
    setTried(true);
    if (label.trim() !== '' && !making.isPending) making.mutate({ resourceId, label });
  };
  return (
    <CalendarForm
      title={t('feeds.new')}
      save={t('feeds.save')}
      busy={making.isPending}
      error={making.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <ChoiceInput
        label={t('column')}
        choices={offered.map(({ id, name }) => ({ value: id, label: name }))}
        value={resourceId}
        onPick={setResourceId}
      />
      <TextInput
        ref={focusAtMount}
        label={t('feeds.label')}
        help={t('feeds.labelHelp')}
        fault={isTried && label.trim() === '' ? t('feeds.labelFault') : undefined}
        maxLength={60}
        autoComplete="off"
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
    </CalendarForm>
  );
}
