import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';

/** A screen that failed to load or to draw: said in place, the frame stays. */
export function ScreenFault({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('frame');
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div className="fault-box">
      <h1 className="sr">{t('error.crash')}</h1>
      <ErrorState error={error} kept={t('error.crashKept')} onRetry={retry} />
    </div>
  );
}

export function NotFound() {
  const { t } = useTranslation('frame');
  return (
    <div className="fault-box">
      <h1 className="sr">{t('error.notFound')}</h1>
      <EmptyState
        act={
          <a className="btn s" href="/">
            {t('error.home')}
          </a>
        }
      >
        {t('error.notFound')}
      </EmptyState>
    </div>
  );
}
