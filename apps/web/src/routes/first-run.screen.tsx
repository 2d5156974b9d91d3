import { signOut } from '@pupitre/shared/session/session.contract';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useActivity } from '../features/session/lock';
import { SetupPage } from '../features/setup/setup-page';
import { forgetSetup } from '../features/setup/setup-store';
import { callApi } from '../lib/api-client';
import { applyAppearance } from '../lib/appearance';
import { changeLocale } from '../lib/i18n';
import { forgetSession, sessionQuery, useMaybeSession } from '../lib/session';
import { Button } from '../ui/button';
import { Logo } from '../ui/logo';

const route = getRouteApi('/premiere-installation');

/** The set-up in a frame of its own: no practice stands yet, so there is no rail and nothing live. */
export function FirstRunScreen() {
  const { t, i18n } = useTranslation(['setup', 'frame']);
  const { etape = 'cabinet' } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const session = useMaybeSession();
  const isLocked = session?.state === 'locked';
  useActivity(!isLocked, session?.lockAfterMinutes ?? 15);
  if (!session) return null;

  const enter = async (practiceId: string | null) => {
    const now = await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    const held = practiceId ?? now?.memberships[0]?.practiceId;
    void navigate({ href: held ? `/p/${held}/jour` : '/', replace: true });
  };
  const leave = () => {
    forgetSetup(session.account.id);
    const finish = () => {
      forgetSession(client);
      void navigate({ to: '/connexion', search: { reason: 'signedOut' }, replace: true });
    };
    callApi(signOut, {}).then(finish, finish);
  };
  const otherLocale = i18n.language === 'fr' ? 'en' : 'fr';
  const switchLocale = () => {
    applyAppearance({ locale: otherLocale });
    void changeLocale(otherLocale);
  };

  return (
    <div className={isLocked ? 'su app locked' : 'su'} inert={isLocked}>
      <header className="su-head">
        <Logo />
        {t('frame:product')} <small>{t('title')}</small>
        <span className="sp" />
        <button type="button" className="link" lang={otherLocale} onClick={switchLocale}>
          {t('language')}
        </button>
        <Button size="sm" look="ghost" onClick={leave}>
          {t('signOut')}
        </Button>
      </header>
      <SetupPage
        step={etape}
        onStep={(step) => void navigate({ search: { etape: step } })}
        onDone={(practiceId) => void enter(practiceId)}
      />
    </div>
  );
}
