import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemSentence } from '../lib/problem-sentence';
import { Button } from './button';

export interface ErrorStateProps {
  /** What was caught; an `ApiProblem` gives its own sentence and code. */
  error: unknown;
  /** What is kept, in the caller's words: « Votre saisie est gardée. » */
  kept?: ReactNode;
  onRetry?: () => void;
  /** Further acts beside « Réessayer ». */
  acts?: ReactNode;
}

/** What failed, what was kept, what to do, code: in place, never a full page. */
export function ErrorState({ error, kept, onRetry, acts }: ErrorStateProps) {
  const { t } = useTranslation('frame');
  const { sentence, support } = useProblemSentence()(error);
  const [, what = sentence, next] = /^(.+?[.!?])\s(.+)$/.exec(sentence) ?? [];
  return (
    <div className="msg bad" role="alert">
      <p>
        <b>{what}</b> {next} {kept} {support && <span className="nowrap">{t('error.code', { code: support })}</span>}
      </p>
      {(onRetry || acts) && (
        <div className="acts">
          {onRetry && (
            <Button size="sm" onClick={onRetry}>
              {t('error.retry')}
            </Button>
          )}
          {acts}
        </div>
      )}
    </div>
  );
}
