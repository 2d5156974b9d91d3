import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { Panel } from '../../ui/panel';

interface CalendarFormProps {
  title: string;
  save: string;
  busy: boolean;
  error: unknown;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form of the calendars beside their lists. */
export function CalendarForm({ title, save, busy, error, onSubmit, onClose, children }: CalendarFormProps) {
  const { t } = useTranslation('calendars');
  const formId = useId();
  useShortcut({
    id: 'settings.calendars.save',
    keys: 'Ctrl+Enter',
    scope: 'global',
    labelKey: 'settings:part.calendriers',
    groupKey: 'settings:title',
    run: onSubmit,
  });
  return (
    <Panel
      label={title}
      head={<h2 className="set-panel-title">{title}</h2>}
      onClose={onClose}
      foot={
        <div className="set-foot">
          <Button onClick={onClose} disabled={busy}>
            {t('cancel')}
          </Button>
          <Button look="primary" keys="Ctrl+Enter" type="submit" form={formId} busy={busy}>
            {save}
          </Button>
        </div>
      }
    >
      {error !== null && <ErrorState error={error} onRetry={onSubmit} />}
      <form
        id={formId}
        className="set-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
      </form>
    </Panel>
  );
}
