import { cancelMeeting, type MeetingView } from '@pupitre/shared/planning/meeting.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { practiceKey } from '../../lib/query-client';
import { useSubmissionKey } from '../../lib/submission-key';
import { useDayScreen } from './day-screen-context';
import { useTellMeeting } from './use-tell-meeting';

/** Sends a meeting once, shows it, and keeps what was typed when it is refused. */
export function useMeetingForm(send: (idempotencyKey: string) => Promise<MeetingView>, onClose: () => void) {
  const { practiceId, go } = useDayScreen();
  const client = useQueryClient();
  const tellMeeting = useTellMeeting(practiceId);
  const key = useSubmissionKey();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const submit = async () => {
    if (isBusy) return;
    setBusy(true);
    setFault(null);
    try {
      const meeting = await send(key.current());
      void client.invalidateQueries({ queryKey: practiceKey(practiceId, 'planning') });
      tellMeeting(meeting, 'noted', () =>
        callApi(cancelMeeting, { params: { practiceId, meetingId: meeting.id }, ifMatch: meeting.version }),
      );
      onClose();
      go({ date: meeting.day, seance: meeting.id, rdv: undefined });
    } catch (error) {
      if (!(error instanceof ApiProblem && error.isPassing)) key.renew();
      setFault(error);
      setBusy(false);
    }
  };
  return { submit: () => void submit(), isBusy, fault };
}
