import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import type { DraftField } from './file-draft';
import type { FileEdit } from './use-file-edit';
import { useValueWords } from './use-value-words';

/** What a colleague saved in this field while we typed: shown beside ours, which stays. */
export function TheirValue({ edit, field }: { edit: FileEdit; field: DraftField }) {
  const { t } = useTranslation('patients');
  const words = useValueWords();
  const conflict = edit.conflicts.find((one) => one.field === field);
  if (!conflict) return null;
  return (
    <p className="fe-theirs" role="status">
      {t('edit.theirs', { value: words(field, conflict.theirs) })}{' '}
      <Button size="xs" onClick={() => edit.change({ [field]: conflict.theirs })}>
        {t('edit.takeTheirs')}
      </Button>
    </p>
  );
}
