import type { ChargeView } from '@pupitre/shared/billing/billing.contract';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api-problem';
import { ErrorState } from '../../ui/error-state';
import { ChargeConflict } from './charge-conflict';
import { attemptOf, type EditCharge } from './use-edit-charge';

/** A change of the note that was refused. A colleague's change has been read meanwhile: one looks, then decides. */
export function EditFault({ edit, charge }: { edit: EditCharge; charge: ChargeView }) {
  const { t } = useTranslation('billing');
  const { error, variables, isPending } = edit;
  if (!error || isPending) return null;
  if (error instanceof ApiProblem && error.code === 'version.stale') {
    const attempt = attemptOf(variables);
    if (!attempt || charge.version === attempt.version) return null;
    return <ChargeConflict key={charge.version} {...attempt} charge={charge} edit={edit} />;
  }
  return <ErrorState error={error} kept={t('sheet.kept')} onRetry={() => variables && edit.mutate(variables)} />;
}
