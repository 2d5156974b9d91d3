import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api-problem';
import { useProblemSentence } from '../../lib/problem-sentence';
import { Button } from '../../ui/button';

interface PayFaultProps {
  error: Error;
  onRetry: () => void;
}

/**
 * A payment that was not recorded, or about which nobody answered: that is not the same, and only the first may be
 * said for sure. Trying again sends the same submission, which counts once.
 */
export function PayFault({ error, onRetry }: PayFaultProps) {
  const { t } = useTranslation('billing');
  const { sentence, support } = useProblemSentence()(error);
  const problem = error instanceof ApiProblem ? error : null;
  if (problem?.code === 'version.stale') {
    return (
      <div className="msg bad" role="alert">
        <p>
          <b>{t('pay.notRecorded')}</b> {t('pay.stale')}
        </p>
      </div>
    );
  }
  const isSilent = problem?.status === 0;
  return (
    <div className="msg bad" role="alert">
      <p>
        <b>{t(isSilent ? 'pay.unanswered' : 'pay.notRecorded')}</b> {isSilent ? t('pay.retrySafe') : sentence}{' '}
        {support && <span className="nowrap">{t('pay.code', { code: support })}</span>}
      </p>
      <div className="acts">
        <Button size="sm" onClick={onRetry}>
          {t('pay.retry')}
        </Button>
      </div>
    </div>
  );
}
