import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePasswordAgain } from '../../lib/use-password-again';
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
  const { box, field, email, isPending, onSubmit } = usePasswordAgain(onGiven, t('again.refused'));
  // After the dialog, which gives the focus to its cross.
  useEffect(() => {
    const frame = requestAnimationFrame(() => box.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [box]);
  return (
    <Dialog title={t('again.title')} onClose={onClose}>
      <form className="mb-again" onSubmit={onSubmit} noValidate>
        <p>{t('again.lead')}</p>
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <TextInput {...field} label={t('again.label')} />
        <Button look="primary" type="submit" keys="Enter" busy={isPending}>
          {t('again.go')}
        </Button>
      </form>
    </Dialog>
  );
}
