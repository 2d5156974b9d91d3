import {
  type LatenessWarning,
  noteLatenessTold,
  takeBackLatenessTold,
} from '@pupitre/shared/planning/lateness.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { serverNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { tellAct } from '../../lib/last-act';
import { useProblemSentence } from '../../lib/problem-sentence';
import { practiceKey } from '../../lib/query-client';
import { useSession } from '../../lib/session';
import { showToast } from '../../lib/toast';

/** As for every act. */
const undoMs = 10 * 60_000;

interface Told {
  readonly line: LatenessWarning;
  readonly minutes: number;
}

/** Notes that a patient knows, or does not after all; the other desks see it at once. */
export function useWarningActs(practiceId: string) {
  const { t } = useTranslation('lateness');
  const client = useQueryClient();
  const formats = useFormats();
  const say = useProblemSentence();
  const { account } = useSession();
  const reread = () => client.invalidateQueries({ queryKey: practiceKey(practiceId, 'lateness') });
  const fail = (error: unknown) => {
    showToast({ text: say(error).sentence });
    void reread();
  };
  const takeBack = useMutation({
    mutationFn: ({ appointmentId }: LatenessWarning) =>
      callApi(takeBackLatenessTold, { params: { practiceId, appointmentId } }),
    onSuccess: () => reread(),
    onError: fail,
  });
  const tell = useMutation({
    mutationFn: ({ line: { appointmentId }, minutes }: Told) =>
      callApi(noteLatenessTold, { params: { practiceId, appointmentId }, body: { minutes } }),
    onSuccess: async (notice, { line, minutes }) => {
      await reread();
      const who = formats.nameFull(line.patient);
      if (notice.by !== account.displayName) return showToast({ text: t('said.by', { who, by: notice.by }) });
      tellAct({
        id: crypto.randomUUID(),
        name: t('said.name', { who }),
        sentence: t('said.sentence', { who, span: formats.minutesSpan(minutes) }),
        until: new Date(serverNow().getTime() + undoMs).toISOString(),
        undo: () => takeBack.mutateAsync(line),
      });
    },
    onError: fail,
  });
  return {
    tell: (line: LatenessWarning, minutes: number) => tell.mutate({ line, minutes }),
    takeBack: (line: LatenessWarning) =>
      takeBack.mutate(line, {
        onSuccess: () => showToast({ text: t('said.takenBack', { who: formats.nameFull(line.patient) }) }),
      }),
  };
}
