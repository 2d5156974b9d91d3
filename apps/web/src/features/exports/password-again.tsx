import { stepUp } from '@pupitre/shared/session/session.contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { useProblemSentence } from '../../lib/problem-sentence';
import { useSession } from '../../lib/session';
import { Button } from '../../ui/button';
import { TextInput } from '../../ui/text-input';

/** Asks for the password in place, then goes on with what was asked. Holds for five minutes on the server. */
export function PasswordAgain({ onGiven }: { onGiven: () => void }) {
  const { t } = useTranslation('exports');
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
  const faultOf = (refusal: Error) => {
    const { code, sentence } = say(refusal);
    return code === 'session.credentials_refused' ? t('again.refused') : sentence;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password && !isPending) mutate();
  };
  return (
    <form className="again" onSubmit={submit} noValidate>
      <input type="hidden" autoComplete="username" value={account.email} readOnly />
      <TextInput
        label={t('again.label')}
        ref={box}
        type="password"
        autoComplete="current-password"
        autoFocus
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        help={t('again.help')}
        fault={error && !isPending ? faultOf(error) : undefined}
      />
      <Button type="submit" keys="Enter" busy={isPending}>
        {t('again.go')}
      </Button>
    </form>
  );
}
