import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useProblemSentence } from '../../lib/problem-sentence';
import { practiceKey } from '../../lib/query-client';
import { showToast } from '../../lib/toast';

interface CalendarAct<Wanted, Result> {
  readonly practiceId: string;
  readonly act: (wanted: Wanted) => Promise<Result>;
  readonly onDone: (result: Result, wanted: Wanted) => void;
  /** A form says its own refusals; a row has no place for them. */
  readonly saysFaults?: boolean;
}

/** An act on the calendars: the lists are read again, whether it succeeded or met what somebody else did. */
export function useCalendarAct<Wanted, Result>({ practiceId, act, onDone, saysFaults }: CalendarAct<Wanted, Result>) {
  const client = useQueryClient();
  const say = useProblemSentence();
  const reread = () => client.invalidateQueries({ queryKey: practiceKey(practiceId, 'calendars') });
  return useMutation({
    mutationFn: act,
    onSuccess: async (result, wanted) => {
      await reread();
      onDone(result, wanted);
    },
    onError: async (error) => {
      if (!saysFaults) showToast({ text: say(error).sentence });
      await reread();
    },
  });
}
