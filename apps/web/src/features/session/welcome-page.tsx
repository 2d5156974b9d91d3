import type { ResponseOf } from '@pupitre/shared/contract/endpoint';
import { email as emailField } from '@pupitre/shared/members/member-fields';
import { acceptInvitation, readInvitation } from '@pupitre/shared/session/invitation.contract';
import { type PasswordFault, passwordFault } from '@pupitre/shared/session/password-policy';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { useProblemSentence } from '../../lib/problem-sentence';
import { useScreenTitle } from '../../lib/screen-title';
import { Button } from '../../ui/button';
import { Logo } from '../../ui/logo';
import { TextInput } from '../../ui/text-input';
import { DayPicture } from './day-picture';
import './session.css';
import { PasswordInput } from './sign-in-form';
import type { SignedIn } from './signed-in';

export interface WelcomePageProps {
  /** From behind the `#` of the link. */
  token: string;
  onSignedIn: SignedIn;
  onSignIn: () => void;
}

type Invitation = ResponseOf<typeof readInvitation>;

/** Where a link leads: who she is, and the password she chooses. */
export function WelcomePage({ token, onSignedIn, onSignIn }: WelcomePageProps) {
  const { t } = useTranslation(['welcome', 'frame']);
  const say = useProblemSentence();
  useScreenTitle(t('title'));
  const { data, error } = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => callApi(readInvitation, { body: { token } }, signal),
    enabled: token !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const refusal = token === '' ? t('noToken') : error && say(error).sentence;

  return (
    <div className="cn">
      <main className="cf">
        <div className="lg1">
          <Logo />
          {t('frame:product')} <small>{t('frame:tagline')}</small>
        </div>
        <div className="fm">
          <h1>{t('hello')}</h1>
          {refusal && (
            <>
              <p className="call danger" role="alert">
                {refusal}
              </p>
              <Button size="xl" onClick={onSignIn}>
                {t('signIn')}
              </Button>
            </>
          )}
          {data && <WelcomeForm token={token} invitation={data} onSignedIn={onSignedIn} />}
          {!data && !refusal && <p className="muted">{t('wait')}</p>}
        </div>
      </main>
      <aside className="cr">
        <DayPicture />
      </aside>
    </div>
  );
}

interface WelcomeFormProps {
  token: string;
  invitation: Invitation;
  onSignedIn: SignedIn;
}

function WelcomeForm({ token, invitation, onSignedIn }: WelcomeFormProps) {
  const { t } = useTranslation('welcome');
  const say = useProblemSentence();
  const [displayName, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const passwordBox = useRef<HTMLInputElement>(null);
  const { person, practiceName } = invitation;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      callApi(acceptInvitation, { body: { token, password, person: person ? null : { displayName, email } } }),
    onSuccess: onSignedIn,
    onError: () => passwordBox.current?.focus(),
  });
  const weakness = passwordFault(password, person?.email ?? email);
  const nameFault = !person && displayName.trim().length < 2 ? t('missingName') : undefined;
  const emailFault = !person && !emailField.safeParse(email).success ? t('missingEmail') : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!nameFault && !emailFault && !weakness && !isPending) mutate();
  };
  const refusal = error && !isPending ? (reasonOf(error) ?? null) : null;
  const sentence = error && !isPending && !refusal ? say(error).sentence : undefined;
  const told = refusal ?? (isTried ? weakness : null);

  return (
    <>
      <p className="muted">
        {!person && t('leadFirst')}
        {person && !practiceName && t('lead', { name: person.displayName })}
        {person && practiceName && t('leadAt', { name: person.displayName, practice: practiceName })}
      </p>
      <form className="fm-fields" onSubmit={submit} noValidate>
        {person ? (
          <input type="email" autoComplete="username" value={person.email} readOnly hidden />
        ) : (
          <>
            <TextInput
              label={t('name')}
              placeholder={t('nameHint')}
              large
              autoComplete="name"
              autoFocus
              required
              maxLength={80}
              value={displayName}
              onChange={(event) => setName(event.currentTarget.value)}
              fault={isTried ? nameFault : undefined}
            />
            <TextInput
              label={t('email')}
              large
              type="email"
              autoComplete="username"
              required
              maxLength={200}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
              fault={isTried ? emailFault : undefined}
            />
          </>
        )}
        <PasswordInput
          label={t('password')}
          inputRef={passwordBox}
          autoFocus={person !== null}
          isNew
          value={password}
          onType={setPassword}
          help={t('passwordHelp')}
          fault={told ? t(`fault.${told}`) : sentence}
        />
        <Button look="primary" size="xl" keys="Enter" type="submit" busy={isPending}>
          {t('submit')}
        </Button>
      </form>
    </>
  );
}

/** Why the server refused the password itself. */
function reasonOf(error: Error): PasswordFault | undefined {
  if (!(error instanceof ApiProblem) || error.code !== 'session.password_refused') return undefined;
  return error.details.reason as PasswordFault;
}
