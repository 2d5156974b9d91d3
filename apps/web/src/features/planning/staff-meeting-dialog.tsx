import { callStaffMeeting } from '@pupitre/shared/planning/meeting.contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { useFormats } from '../../lib/formats';
import { CheckList } from '../../ui/check-list';
import { useDayScreen } from './day-screen-context';
import { MeetingFormDialog } from './meeting-form-dialog';
import { readWhen, type TypedWhen } from './meeting-when';
import { useTakenColumns } from './taken-columns';
import { useMeetingForm } from './use-meeting-form';
import { WhenFields } from './when-fields';

/** When most teams meet. */
const lunchMin = 13 * 60;

/** Time taken from several agendas at once. */
export function StaffMeetingDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('together');
  const { practiceId, setup, day, columns } = useDayScreen();
  const formats = useFormats();
  const [title, setTitle] = useState('');
  const [resourceIds, setResourceIds] = useState(columns.map(({ resource }) => resource.id));
  const [when, setWhen] = useState<TypedWhen>({ day, start: formats.timeOfMinutes(lunchMin), minutes: '60' });
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
  return (
    <MeetingFormDialog
      heading={t('meeting.staff')}
      title={title}
      onTitle={setTitle}
      isReady={isReady}
      onSubmit={submit}
      onClose={onClose}
      fault={fault}
      met={taken.map((line) => (
        <p key={line} className="together-why">
          {line}
        </p>
      ))}
    >
      <WhenFields when={when} onChange={setWhen} />
      <CheckList
        legend={t('meeting.columns')}
        choices={setup.resources.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))}
        chosen={resourceIds}
        fault={undefined}
        onChoose={setResourceIds}
      />
    </MeetingFormDialog>
  );
}
