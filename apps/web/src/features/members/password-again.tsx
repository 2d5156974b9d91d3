import { stepUp } from '@pupitre/shared/session/session.contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { useProblemSentence } from '../../lib/problem-sentence';
import { useSession } from '../../lib/session';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextInput } from '../../ui/text-input';

interface PasswordAgainProps {
  onGiven: () => void;
  onClose: () => void;
}

/** An open desk must not be enough to let somebody in: the administrator says again who she is. */
export function PasswordAgain({ onGiven, onClose }: PasswordAgainProps) {
  const { t } = useTranslation('members');
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
  // After the dialog, which gives the focus to its cross.
  useEffect(() => {
    const frame = requestAnimationFrame(() => box.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const problem = error && !isPending ? say(error) : null;
  const fault = problem?.code === 'session.credentials_refused' ? t('again.refused') : problem?.sentence;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password && !isPending) mutate();
  };
  return (
    <Dialog title={t('again.title')} onClose={onClose}>
      <form className="mb-again" onSubmit={submit} noValidate>
        <p>{t('again.lead')}</p>
        <input type="hidden" autoComplete="username" value={account.email} readOnly />
        <TextInput
          label={t('again.label')}
          ref={box}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          fault={fault}
        />
        <Button look="primary" type="submit" keys="Enter" busy={isPending}>
          {t('again.go')}
        </Button>
      </form>
    </Dialog>
  );
}
