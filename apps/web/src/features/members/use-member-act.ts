import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../../lib/api-problem';
import { practiceKey } from '../../lib/query-client';

const needsPassword = (error: unknown) => error instanceof ApiProblem && error.code === 'session.step_up_required';

/**
 * An act on a person. When the server wants the password again, the act waits for it (`asksPassword`) and goes on with
 * `again`; the list is read again once it is done.
 */
export function useMemberAct<Wanted, Result>(
  practiceId: string,
  act: (wanted: Wanted) => Promise<Result>,
  onDone: (result: Result, wanted: Wanted) => void,
) {
  const client = useQueryClient();
  const [waiting, setWaiting] = useState<{ readonly wanted: Wanted } | null>(null);
  const { mutate, reset, isPending, error } = useMutation({
    mutationFn: act,
    onSuccess: async (result, wanted) => {
      await client.invalidateQueries({ queryKey: practiceKey(practiceId, 'members') });
      onDone(result, wanted);
    },
    onError: (failure, wanted) => needsPassword(failure) && setWaiting({ wanted }),
  });
  const giveUp = () => {
    setWaiting(null);
    reset();
  };
  const again = () => {
    const held = waiting;
    giveUp();
    if (held) mutate(held.wanted);
  };
  return {
    run: mutate,
    isPending,
    error: needsPassword(error) ? null : error,
    asksPassword: waiting !== null,
    again,
    giveUp,
  };
}
