import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import type { ImportActs } from './use-import-acts';

/** What the check saw is not there any more: nothing was written, and it is checked again. */
export function CheckAgain({ check }: { check: ImportActs['check'] }) {
  const { t } = useTranslation('imports');
  return (
    <div className="imp-pad">
      <div className="msg bad" role="alert">
        <p>{t('failure.changed_since_check')}</p>
        <div className="acts">
          <Button look="primary" busy={check.isPending} onClick={() => check.mutate()}>
            {t('checkAgain')}
          </Button>
        </div>
      </div>
    </div>
  );
}
