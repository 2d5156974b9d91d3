import { openGroupSession } from '@pupitre/shared/planning/meeting.contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { offeredMotifs } from '../../lib/offered-motifs';
import { ChoiceInput, TextInput } from '../../ui/text-input';
import { useDayScreen } from './day-screen-context';
import { MeetingFormDialog } from './meeting-form-dialog';
import { readWhen, type TypedWhen } from './meeting-when';
import { useMeetingForm } from './use-meeting-form';
import { WhenFields } from './when-fields';

const mostSeats = 30;

/** A session with seats: its time is taken now, its patients come one by one. */
export function GroupSessionDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('together');
  const { practiceId, setup, day, columns } = useDayScreen();
  const [title, setTitle] = useState('');
  const [resourceId, setResourceId] = useState(columns[0]?.resource.id ?? '');
  const motifs = offeredMotifs(setup, resourceId);
  const [motifId, setMotifId] = useState(motifs[0]?.id ?? '');
  const [seats, setSeats] = useState('8');
  const [when, setWhen] = useState<TypedWhen>({ day, start: '', minutes: '60' });
  const { startMin, durationMin } = readWhen(when);
  const capacity = /^\d{1,2}$/.test(seats.trim()) ? Number(seats) : 0;
  const chosenMotif = motifs.find(({ id }) => id === motifId) ?? motifs[0];
  const send = (idempotencyKey: string) =>
    callApi(openGroupSession, {
      params: { practiceId },
      body: {
        ...{ title: title.trim(), resourceId, motifId: chosenMotif?.id ?? '', capacity, override: null },
        ...{ day: when.day, startMin: startMin ?? 0, durationMin: durationMin ?? 0 },
      },
      idempotencyKey,
    });
  const { submit, isBusy, fault } = useMeetingForm(send, onClose);
  const areSeatsRight = capacity >= 1 && capacity <= mostSeats;
  const isReady =
    title.trim() !== '' &&
    chosenMotif !== undefined &&
    areSeatsRight &&
    startMin !== null &&
    durationMin !== null &&
    !isBusy;
  return (
    <MeetingFormDialog
      heading={t('meeting.group')}
      title={title}
      onTitle={setTitle}
      isReady={isReady}
      onSubmit={submit}
      onClose={onClose}
      fault={fault}
    >
      <ChoiceInput
        label={t('meeting.column')}
        choices={setup.resources.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))}
        value={resourceId}
        onPick={setResourceId}
      />
      <ChoiceInput
        label={t('meeting.motif')}
        choices={motifs.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosenMotif?.id ?? ''}
        onPick={setMotifId}
      />
      <TextInput
        label={t('meeting.capacity')}
        inputMode="numeric"
        fault={seats !== '' && !areSeatsRight ? t('meeting.capacityWrong') : undefined}
        value={seats}
        onChange={(event) => setSeats(event.currentTarget.value)}
      />
      <WhenFields when={when} onChange={setWhen} />
    </MeetingFormDialog>
  );
}
