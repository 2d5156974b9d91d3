import { signIn } from '@pupitre/shared/session/session.contract';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { useProblemSentence } from '../../lib/problem-sentence';
import { Button } from '../../ui/button';
import { TextInput } from '../../ui/text-input';
import type { SignedIn } from './signed-in';

export interface SignInFormProps {
  email: string;
  onEmail: (email: string) => void;
  onSignedIn: SignedIn;
}

/** The address typed is kept whatever happens; a refused password is emptied and has the focus. */
export function SignInForm({ email, onEmail, onSignedIn }: SignInFormProps) {
  const { t } = useTranslation('session');
  const say = useProblemSentence();
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const passwordBox = useRef<HTMLInputElement>(null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => callApi(signIn, { body: { email, password } }),
    onSuccess: onSignedIn,
    onError: () => {
      setPassword('');
      setTried(false);
      passwordBox.current?.focus();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (email.trim() && password && !isPending) mutate();
  };
  const refusal = error && !isPending ? say(error).sentence : undefined;

  return (
    <form className="fm-fields" onSubmit={submit} noValidate>
      <TextInput
        label={t('signIn.email')}
        large
        type="email"
        autoComplete="username"
        autoFocus={!email}
        required
        value={email}
        onChange={(event) => onEmail(event.currentTarget.value)}
        fault={isTried && !email.trim() ? t('signIn.emailMissing') : undefined}
      />
      <PasswordInput
        label={t('signIn.password')}
        inputRef={passwordBox}
        autoFocus={Boolean(email)}
        value={password}
        onType={setPassword}
        fault={refusal ?? (isTried && !password ? t('signIn.passwordMissing') : undefined)}
      />
      <Button look="primary" size="xl" keys="Enter" type="submit" busy={isPending}>
        {t('signIn.submit')}
      </Button>
    </form>
  );
}

interface PasswordInputProps {
  label: string;
  inputRef: React.Ref<HTMLInputElement>;
  autoFocus: boolean;
  value: string;
  onType: (password: string) => void;
  fault: string | undefined;
  help?: string;
  /** One being chosen: a password manager proposes one instead of filling the old one in. */
  isNew?: boolean;
}

/** Pasting is allowed and the text can be shown: a password manager or a long phrase must be as easy as a short word. */
export function PasswordInput({ label, inputRef, autoFocus, value, onType, fault, help, isNew }: PasswordInputProps) {
  const { t } = useTranslation('session');
  const [isShown, setShown] = useState(false);
  return (
    <TextInput
      label={label}
      ref={inputRef}
      large
      type={isShown ? 'text' : 'password'}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      autoFocus={autoFocus}
      required
      value={value}
      onChange={(event) => onType(event.currentTarget.value)}
      help={help}
      fault={fault}
      after={
        <Button
          look="ghost"
          size="sm"
          icon={isShown ? IconEyeOff : IconEye}
          aria-label={t(isShown ? 'signIn.hideLabel' : 'signIn.showLabel')}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          {t(isShown ? 'signIn.hide' : 'signIn.show')}
        </Button>
      }
    />
  );
}
