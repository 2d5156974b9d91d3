import { callStaffMeeting } from '@pupitre/shared/planning/meeting.contract';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { Button } from '../../ui/button';
import { CheckList } from '../../ui/check-list';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { TextInput } from '../../ui/text-input';
import { useDayScreen } from './day-screen-context';
import { readWhen, type TypedWhen } from './meeting-when';
import { useTakenColumns } from './taken-columns';
import { useMeetingForm } from './use-meeting-form';
import { WhenFields } from './when-fields';

/** Time taken from several agendas at once. */
export function StaffMeetingDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('together');
  const { practiceId, setup, day, columns } = useDayScreen();
  const [title, setTitle] = useState('');
  const [resourceIds, setResourceIds] = useState(columns.map(({ resource }) => resource.id));
  const [when, setWhen] = useState<TypedWhen>({ day, start: '13:00', minutes: '60' });
  const formId = useId();
  const { startMin, durationMin } = readWhen(when);
  const send = (idempotencyKey: string) =>
    callApi(callStaffMeeting, {
      params: { practiceId },
      body: { title: title.trim(), resourceIds, day: when.day, startMin: startMin ?? 0, durationMin: durationMin ?? 0 },
      idempotencyKey,
    });
  const { submit, isBusy, fault } = useMeetingForm(send, onClose);
  const taken = useTakenColumns(fault, when.day);
  const isReady = title.trim() !== '' && resourceIds.length > 0 && startMin !== null && durationMin !== null && !isBusy;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) submit();
  };
  return (
    <Dialog
      title={t('meeting.staff')}
      onClose={onClose}
      foot={
        <Button look="primary" type="submit" form={formId} disabled={!isReady}>
          {t('meeting.save')}
        </Button>
      }
    >
      <form id={formId} onSubmit={onSubmit} className="together-form">
        <TextInput
          label={t('meeting.title')}
          value={title}
          maxLength={80}
          autoFocus
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <WhenFields when={when} onChange={setWhen} />
        <CheckList
          legend={t('meeting.columns')}
          choices={setup.resources.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))}
          chosen={resourceIds}
          fault={undefined}
          onChoose={setResourceIds}
        />
        {fault !== null && <ErrorState error={fault} kept={t('meeting.kept')} />}
        {taken.map((line) => (
          <p key={line} className="together-why">
            {line}
          </p>
        ))}
      </form>
    </Dialog>
  );
}
