import { type SessionView, unlockSession } from '@pupitre/shared/session/session.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { useNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { useProblemSentence } from '../../lib/problem-sentence';
import { acceptSession } from '../../lib/session';
import { Button } from '../../ui/button';
import { Logo } from '../../ui/logo';
import { showUnlocked, useLockedAt } from './lock';
import './session.css';
import { PasswordInput } from './sign-in-form';

export interface LockScreenProps {
  session: SessionView;
  /** Practice whose desk this is; null when the person had none open. */
  practice: { name: string; zone: string } | null;
  onChangeUser: () => void;
}

/** Everything behind is blurred and inert; nothing here tells more than the person's own name and the hour. */
export function LockScreen({ session, practice, onChangeUser }: LockScreenProps) {
  const { t } = useTranslation('session');
  const formats = useFormats();
  const now = useNow(60_000);
  const lockedAt = useLockedAt();
  const minutes = lockedAt === null ? 0 : Math.floor((Date.now() - lockedAt) / 60_000);
  const name = session.account.displayName;

  return (
    <>
      <div className="lock-scrim" />
      <header className="tp">
        <span className="logo">
          <Logo />
        </span>
        {practice && <b className="trunc">{practice.name}</b>}
        <span className="sp" />
        {practice && <span className="topbtn tn">{formats.timeOfInstant(now, practice.zone)}</span>}
      </header>
      <main className="lk" aria-labelledby="lock-title">
        <span className="avatar" aria-hidden="true">
          {session.account.initials}
        </span>
        <h1 id="lock-title">{t('lock.title')}</h1>
        <p>{minutes > 0 ? t('lock.since', { name, count: minutes }) : t('lock.now', { name })}</p>
        <UnlockForm email={session.account.email} />
        <button type="button" className="link" onClick={onChangeUser}>
          {t('lock.change')}
        </button>
      </main>
    </>
  );
}

function UnlockForm({ email }: { email: string }) {
  const { t } = useTranslation('session');
  const say = useProblemSentence();
  const client = useQueryClient();
  const box = useRef<HTMLInputElement>(null);
  const [password, setPassword] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: (tried: string) => callApi(unlockSession, { body: { password: tried } }),
    onSuccess: (session) => {
      showUnlocked();
      acceptSession(client, session);
      // Nothing was heard while locked: what is on screen is read again.
      void client.invalidateQueries({ queryKey: ['practice'] });
    },
    onError: (_, tried) => {
      // What is already being typed again is kept.
      setPassword((typed) => (typed === tried ? '' : typed));
      box.current?.focus();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password && !isPending) mutate(password);
  };
  return (
    <form onSubmit={submit} noValidate>
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordInput
        label={t('lock.password')}
        inputRef={box}
        autoFocus
        value={password}
        onType={setPassword}
        fault={error && !isPending ? say(error).sentence : undefined}
      />
      <Button look="primary" size="xl" keys="Enter" type="submit" busy={isPending}>
        {t('lock.unlock')}
      </Button>
    </form>
  );
}
