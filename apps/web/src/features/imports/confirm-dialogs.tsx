import type { ImportKind } from '@pupitre/shared/import/import-codes';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { useFormats } from '../../lib/formats';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { DependedOn } from './depended-on';
import type { WillWrite } from './steps';
import type { ImportActs } from './use-import-acts';

interface CommitDialogProps {
  kind: ImportKind;
  told: WillWrite;
  commit: ImportActs['commit'];
  onClose: () => void;
}

/** What will be written, in numbers, before it is: all of it or nothing. */
export function CommitDialog({ kind, told, commit, onClose }: CommitDialogProps) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const { lines } = told;
  const parts = (['created', 'completed', 'unchanged', 'left'] as const).filter((part) => told[part] > 0);
  const run = () => commit.mutate(undefined, { onSuccess: onClose });
  useShortcut({
    ...{ id: 'imports.confirm', keys: 'Ctrl+Enter', scope: 'global', overDialogs: true },
    ...{ labelKey: 'imports:foot.commitKey', groupKey: 'imports:title' },
    run: () => !commit.isPending && run(),
  });
  const label = t(`foot.commit.${kind}`, { count: lines, n: formats.integer(lines) });
  return (
    <Dialog
      title={t('commit.title')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('commit.back')}</Button>
          <Button look="primary" keys="Ctrl+Enter" busy={commit.isPending} onClick={run}>
            {label}
          </Button>
        </>
      }
    >
      <ul className="imp-told">
        {parts.map((part) => (
          <li key={part}>
            <b>{formats.integer(told[part])}</b> {t(`commit.${kind}.${part}`, { count: told[part] })}
          </li>
        ))}
      </ul>
      <p>{t('commit.whole')}</p>
      {commit.error && <ErrorState error={commit.error} />}
    </Dialog>
  );
}

interface CancelDialogProps {
  cancel: ImportActs['cancel'];
  onClose: () => void;
  onDone: () => void;
}

export function CancelDialog({ cancel, onClose, onDone }: CancelDialogProps) {
  const { t } = useTranslation('imports');
  return (
    <Dialog
      title={t('cancel.title')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('cancel.back')}</Button>
          <Button
            look="danger-filled"
            busy={cancel.isPending}
            onClick={() => cancel.mutate(undefined, { onSuccess: onDone })}
          >
            {t('cancel.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('cancel.what')}</p>
      {cancel.error && <ErrorState error={cancel.error} />}
    </Dialog>
  );
}

interface UndoDialogProps {
  undo: ImportActs['undo'];
  onClose: () => void;
}

export function UndoDialog({ undo, onClose }: UndoDialogProps) {
  const { t } = useTranslation('imports');
  return (
    <Dialog
      title={t('undo.title')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('undo.back')}</Button>
          <Button
            look="danger-filled"
            busy={undo.isPending}
            onClick={() => undo.mutate(undefined, { onSuccess: onClose })}
          >
            {t('undo.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('undo.what')}</p>
      {undo.error && <DependedOn error={undo.error} />}
    </Dialog>
  );
}
