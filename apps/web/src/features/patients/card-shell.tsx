import type { Icon as TablerIcon } from '@tabler/icons-react';
import { IconPencil } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Chip } from '../../ui/chip';
import { DraftNotice } from '../../ui/draft-notice';
import { ErrorState } from '../../ui/error-state';
import { Icon } from '../../ui/icon';
import { FileConflict } from './file-conflict';
import type { CardId } from './file-draft';
import { isKeptSaid } from './kept-said';
import type { FileEdit } from './use-file-edit';

interface CardShellProps {
  id: CardId;
  icon: TablerIcon;
  /** Undefined where the role only reads. */
  edit: FileEdit | undefined;
  children: ReactNode;
  form: ReactNode;
}

/** A card of the file: read, or edited in place. One at a time: the other buttons wait and say why. */
export function CardShell({ id, icon, edit, children, form }: CardShellProps) {
  const { t } = useTranslation('patients');
  const opener = useRef<HTMLButtonElement>(null);
  const title = (
    <>
      <Icon of={icon} /> {t(`card.${id}`)}
    </>
  );
  if (edit?.card === id) return <EditedCard id={id} title={title} edit={edit} form={form} opener={opener} />;
  const isBusy = edit !== undefined && edit.card !== null && edit.isDirty;
  const acts = edit && (
    <Button
      ref={opener}
      size="xs"
      look="ghost"
      icon={IconPencil}
      disabled={isBusy}
      title={isBusy ? t('edit.first') : undefined}
      aria-label={t('edit.startCard', { card: t(`card.${id}`) })}
      onClick={() => edit.start(id)}
    >
      {t('edit.start')}
    </Button>
  );
  return (
    <Card title={title} acts={acts}>
      {children}
    </Card>
  );
}

interface EditedCardProps {
  id: CardId;
  title: ReactNode;
  edit: FileEdit;
  form: ReactNode;
  /** Where the focus goes back once the card is read again. */
  opener: RefObject<HTMLButtonElement | null>;
}

function EditedCard({ id, title, edit, form, opener }: EditedCardProps) {
  const { t } = useTranslation('patients');
  const box = useRef<HTMLFormElement>(null);
  const shared = { groupKey: 'patients:file.title', within: box } as const;
  useShortcut({
    ...shared,
    id: 'file.save',
    keys: 'Ctrl+S',
    scope: 'global',
    labelKey: 'patients:edit.save',
    run: edit.save,
  });
  useShortcut({
    ...shared,
    id: 'file.cancelEdit',
    keys: 'Escape',
    scope: 'focus',
    inFields: true,
    enabled: !edit.isDirty,
    labelKey: 'patients:edit.cancel',
    run: edit.cancel,
  });
  useEffect(() => {
    if (!edit.isSaving) box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [edit.isSaving]);
  useEffect(() => () => void requestAnimationFrame(() => opener.current?.focus()), [opener]);
  const acts = (
    <>
      {edit.isDirty && !edit.clash && <Chip tone="warn">{t('edit.unsaved')}</Chip>}
      <Button size="xs" onClick={edit.cancel} disabled={edit.isSaving}>
        {t('edit.cancel')}
      </Button>
      <Button size="xs" look="primary" keys="Ctrl+S" busy={edit.isSaving} onClick={edit.save}>
        {t('edit.save')}
      </Button>
    </>
  );
  return (
    <Card title={title} acts={acts}>
      <form
        ref={box}
        className="fe"
        noValidate
        aria-label={t('edit.startCard', { card: t(`card.${id}`) })}
        onSubmit={(event) => {
          event.preventDefault();
          edit.save();
        }}
      >
        {edit.clash ? <FileConflict clash={edit.clash} /> : <DraftNotice draft={edit.kept} />}
        {form}
        {edit.error !== null && edit.error !== undefined && (
          <ErrorState error={edit.error} kept={isKeptSaid(edit.error) ? undefined : t('new.kept')} />
        )}
        <button type="submit" hidden />
      </form>
    </Card>
  );
}
