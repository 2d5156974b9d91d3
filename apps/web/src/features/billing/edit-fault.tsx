import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api-problem';
import { ErrorState } from '../../ui/error-state';
import type { EditCharge } from './use-edit-charge';

/** A change of the note that was refused. A colleague's change has been read meanwhile: one looks, then decides. */
export function EditFault({ edit }: { edit: EditCharge }) {
  const { t } = useTranslation('billing');
  const { error, variables, isPending } = edit;
  if (!error || isPending) return null;
  if (error instanceof ApiProblem && error.code === 'version.stale') {
    return (
      <div className="msg bad" role="alert">
        <p>{t('sheet.stale')}</p>
      </div>
    );
  }
  return <ErrorState error={error} kept={t('sheet.kept')} onRetry={() => variables && edit.mutate(variables)} />;
}
