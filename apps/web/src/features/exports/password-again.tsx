import { useTranslation } from 'react-i18next';
import { usePasswordAgain } from '../../lib/use-password-again';
import { Button } from '../../ui/button';
import { TextInput } from '../../ui/text-input';

/** Asks for the password in place, then goes on with what was asked. */
export function PasswordAgain({ onGiven }: { onGiven: () => void }) {
  const { t } = useTranslation('exports');
  const { field, email, isPending, onSubmit } = usePasswordAgain(onGiven, t('again.refused'));
  return (
    <form className="again" onSubmit={onSubmit} noValidate>
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <TextInput {...field} label={t('again.label')} autoFocus data-autofocus help={t('again.help')} />
      <Button type="submit" keys="Enter" busy={isPending}>
        {t('again.go')}
      </Button>
    </form>
  );
}
