import { stepUp } from '@pupitre/shared/session/session.contract';
import { useMutation } from '@tanstack/react-query';
import { type ChangeEvent, type FormEvent, useRef, useState } from 'react';
import { callApi } from './api-client';
import { useProblemSentence } from './problem-sentence';
import { useSession } from './session';

/**
 * The password asked again before an act that an open desk must not be enough for; it holds five minutes on the server.
 * `field` is for the box, `refused` the sentence of a wrong one, after which the box is empty and has the focus.
 */
export function usePasswordAgain(onGiven: () => void, refused: string) {
  const say = useProblemSentence();
  const { account } = useSession();
  const box = useRef<HTMLInputElement>(null);
  const [password, setPassword] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => callApi(stepUp, { body: { password } }),
    onSuccess: onGiven,
    onError: () => {
      setPassword('');
      box.current?.focus();
    },
  });
  const problem = error && !isPending ? say(error) : null;
  return {
    box,
    isPending,
    email: account.email,
    field: {
      ref: box,
      type: 'password',
      autoComplete: 'current-password',
      value: password,
      onChange: (event: ChangeEvent<HTMLInputElement>) => setPassword(event.currentTarget.value),
      fault: problem?.code === 'session.credentials_refused' ? refused : problem?.sentence,
    },
    onSubmit: (event: FormEvent) => {
      event.preventDefault();
      if (password && !isPending) mutate();
    },
  } as const;
}
