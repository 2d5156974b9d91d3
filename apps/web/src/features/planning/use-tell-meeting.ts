import type { MeetingView } from '@pupitre/shared/planning/meeting.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announce } from '../../lib/announce';
import { serverNow } from '../../lib/clock';
import { tellAct } from '../../lib/last-act';
import { practiceKey } from '../../lib/query-client';

const undoMs = 10 * 60_000;

/** Says what became of a meeting, with its way back for ten minutes. */
export function useTellMeeting(practiceId: string) {
  const { t } = useTranslation('together');
  const client = useQueryClient();
  return ({ id, title, version }: MeetingView, what: 'noted' | 'cancelled', back: () => Promise<unknown>) => {
    const sentence = t(`meeting.${what}`, { title });
    const undo = async () => {
      try {
        return await back();
      } finally {
        void client.invalidateQueries({ queryKey: practiceKey(practiceId, 'planning') });
      }
    };
    const until = new Date(serverNow().getTime() + undoMs).toISOString();
    tellAct({ id: `${id} ${version}`, sentence, name: title, until, undo });
    announce(sentence);
  };
}
