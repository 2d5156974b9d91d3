import { cancelMeeting, type MeetingView, restoreMeeting, takeSeat } from '@pupitre/shared/planning/meeting.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../lib/announce';
import { callApi } from '../../lib/api-client';
import { columnName } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import { practiceKey } from '../../lib/query-client';
import { useMay } from '../../lib/session';
import { useSubmissionKey } from '../../lib/submission-key';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { KeyValue } from '../../ui/key-value';
import { Panel } from '../../ui/panel';
import { useDayScreen } from './day-screen-context';
import { useTellMeeting } from './use-tell-meeting';

/** A meeting or a session in the panel: when, which agendas, who has a seat. */
export function MeetingPanel({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation('together');
  const formats = useFormats();
  const may = useMay();
  const { setup, go, focusGrid } = useDayScreen();
  const { add, cancel, fault, isBusy } = useMeetingActs(meeting);
  const { kind, title, startMin, endMin, resourceIds, capacity, seated } = meeting;
  const isFull = capacity !== null && seated >= capacity;
  const close = () => {
    go({ seance: undefined }, true);
    focusGrid();
  };
  return (
    <Panel label={t(`meeting.${kind}`)} head={<b>{t(`meeting.${kind}`)}</b>} onClose={close}>
      <div className="visit-id">
        <h2>{title}</h2>
      </div>
      <div className="sect">
        <KeyValue
          lines={[
            [t('meeting.start'), formats.timeRange(startMin, endMin)],
            [t('meeting.columns'), resourceIds.map((id) => columnName(setup, id)).join(', ')],
            ...(capacity === null
              ? []
              : [[t('meeting.capacity'), t('meeting.seats', { seated, capacity })] as [string, string]]),
          ]}
        />
      </div>
      {kind === 'group' && <Seated meeting={meeting} isFull={isFull} isBusy={isBusy} onAdd={add} />}
      {fault !== null && <ErrorState error={fault} />}
      {may('appointment.cancel') && (
        <div className="sect">
          <Button look="danger" size="sm" disabled={isBusy} onClick={cancel}>
            {t(kind === 'group' ? 'meeting.cancel' : 'meeting.cancelStaff')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

interface SeatedProps {
  readonly meeting: MeetingView;
  readonly isFull: boolean;
  readonly isBusy: boolean;
  readonly onAdd: (patient: { id: string; usedName: string; birthName: string; firstName: string }) => void;
}

function Seated({ meeting, isFull, isBusy, onAdd }: SeatedProps) {
  const { t } = useTranslation(['together', 'status']);
  const formats = useFormats();
  const may = useMay();
  const { columns, go, renderPatientPicker } = useDayScreen();
  const seats = columns
    .flatMap(({ visits }) => visits)
    .filter(({ meetingId, status }) => meetingId === meeting.id && status !== 'cancelled');
  return (
    <div className="sect">
      <h3>{t('meeting.people')}</h3>
      {seats.length === 0 && <EmptyState>{t('meeting.nobody')}</EmptyState>}
      <ul className="together-seats">
        {seats.map((visit) => (
          <li key={visit.id}>
            <Button look="ghost" size="sm" onClick={() => go({ rdv: visit.id }, false)}>
              {formats.nameFull(visit.patient)}
            </Button>
            <span className="muted">{t(`status:word.${visit.status}`)}</span>
          </li>
        ))}
      </ul>
      {may('appointment.book') && !isFull && !isBusy && (
        <div className="together-add">
          <span className="muted">{t('meeting.add')}</span>
          {renderPatientPicker({ autoFocus: false, onPick: onAdd })}
        </div>
      )}
      {isFull && <p className="muted">{t('meeting.full')}</p>}
    </div>
  );
}

function useMeetingActs(meeting: MeetingView) {
  const { t } = useTranslation('together');
  const formats = useFormats();
  const { practiceId, acts, go } = useDayScreen();
  const client = useQueryClient();
  const key = useSubmissionKey();
  const tellMeeting = useTellMeeting(practiceId);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const readAgain = () => void client.invalidateQueries({ queryKey: practiceKey(practiceId, 'planning') });
  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    setFault(null);
    try {
      await act();
    } catch (error) {
      setFault(error);
    } finally {
      key.renew();
      readAgain();
      setBusy(false);
    }
  };
  const params = { practiceId, meetingId: meeting.id };
  const add: SeatedProps['onAdd'] = (patient) =>
    void attempt(async () => {
      const body = { patientId: patient.id, note: '', override: null };
      const changed = await callApi(takeSeat, { params, body, idempotencyKey: key.current() });
      acts.tell(changed);
      announce(t('meeting.seated', { who: formats.nameFull(patient), title: meeting.title }));
    });
  const cancel = () =>
    void attempt(async () => {
      const cancelled = await callApi(cancelMeeting, { params, ifMatch: meeting.version });
      tellMeeting(cancelled, 'cancelled', () => callApi(restoreMeeting, { params, ifMatch: cancelled.version }));
      go({ seance: undefined }, true);
    });
  return { add, cancel, fault, isBusy };
}
