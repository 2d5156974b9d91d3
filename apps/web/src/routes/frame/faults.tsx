import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api-problem';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Logo } from '../../ui/logo';
import './app-frame.css';

/** A screen that failed to load or to draw: said in place, the frame stays. A refusal would only be refused again. */
export function ScreenFault({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('frame');
  const router = useRouter();
  const isRefusal = error instanceof ApiProblem && !error.isPassing;
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div className="fault-box">
      <h1 className="sr">{t(isRefusal ? 'error.refused' : 'error.crash')}</h1>
      {isRefusal ? (
        <ErrorState error={error} acts={<HomeLink />} />
      ) : (
        <ErrorState error={error} kept={t('error.crashKept')} onRetry={retry} />
      )}
    </div>
  );
}

export function NotFound() {
  const { t } = useTranslation('frame');
  return (
    <div className="fault-box is-alone">
      <Logo />
      <h1>{t('error.notFoundTitle')}</h1>
      <EmptyState act={<HomeLink />}>{t('error.notFound')}</EmptyState>
    </div>
  );
}

function HomeLink() {
  const { t } = useTranslation('frame');
  return (
    <a className="btn s" href="/">
      {t('error.home')}
    </a>
  );
}
