import { type AppointmentCard, readAppointment } from '@pupitre/shared/planning/appointment.contract';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from './announce';
import { callApi } from './api-client';
import { ApiProblem } from './api-problem';
import { useFormats } from './formats';
import { useProblemSentence } from './problem-sentence';
import { showToast } from './toast';

/** Says why a change of a visit was not kept; of one a colleague changed meanwhile, who did. */
export function useRefusedChange(practiceId: string): (error: unknown, visit: AppointmentCard) => Promise<void> {
  const { t } = useTranslation('status');
  const formats = useFormats();
  const say = useProblemSentence();
  return useCallback(
    async (error, visit) => {
      const who = formats.nameFull(visit.patient);
      const isStale = error instanceof ApiProblem && error.code === 'version.stale';
      const by = isStale ? await lastAuthor(practiceId, visit.id) : undefined;
      const text = by ? t('refused.stale', { who, by }) : t('refused.other', { who, sentence: say(error).sentence });
      showToast({ text });
      announce(text, true);
    },
    [practiceId, t, formats, say],
  );
}

async function lastAuthor(practiceId: string, appointmentId: string): Promise<string | undefined> {
  const read = await callApi(readAppointment, { params: { practiceId, appointmentId } }).catch(() => undefined);
  return read?.events.at(-1)?.actorName;
}
