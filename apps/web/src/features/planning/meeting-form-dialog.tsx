import { type FormEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { TextInput } from '../../ui/text-input';

interface MeetingFormDialogProps {
  readonly heading: string;
  readonly title: string;
  readonly onTitle: (title: string) => void;
  readonly isReady: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** Why it was refused; null: it was not. */
  readonly fault: unknown;
  readonly children: ReactNode;
  /** What the refusal met, below it. */
  readonly met?: ReactNode;
}

/** The form of a meeting or a session: its title first, Enter sends it, what is typed stays when it is refused. */
export function MeetingFormDialog({ heading, title, isReady, fault, children, met, ...on }: MeetingFormDialogProps) {
  const { t } = useTranslation('together');
  const formId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) on.onSubmit();
  };
  return (
    <Dialog
      title={heading}
      onClose={on.onClose}
      foot={
        <Button look="primary" type="submit" form={formId} disabled={!isReady}>
          {t('meeting.save')}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} className="together-form">
        <TextInput
          label={t('meeting.title')}
          value={title}
          maxLength={80}
          data-autofocus
          onChange={(event) => on.onTitle(event.currentTarget.value)}
        />
        {children}
        {fault !== null && <ErrorState error={fault} kept={t('meeting.kept')} />}
        {met}
      </form>
    </Dialog>
  );
}
