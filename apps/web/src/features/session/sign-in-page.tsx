import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applyAppearance } from '../../lib/appearance';
import { changeLocale } from '../../lib/i18n';
import { useScreenTitle } from '../../lib/screen-title';
import { Logo } from '../../ui/logo';
import { DayPicture } from './day-picture';
import { DemoSignIns } from './demo-sign-ins';
import './session.css';
import { installationQuery } from './session.queries';
import { SignInForm } from './sign-in-form';
import type { SignedIn } from './signed-in';

export interface SignInPageProps {
  onSignedIn: SignedIn;
  /** Why the person is here again, said once above the form. */
  reason: 'ended' | 'signedOut' | undefined;
}

export function SignInPage({ onSignedIn, reason }: SignInPageProps) {
  const { t, i18n } = useTranslation(['session', 'frame']);
  const [email, setEmail] = useState('');
  const { data: installation } = useQuery(installationQuery);
  useScreenTitle(t('signIn.title'));

  const otherLocale = i18n.language === 'fr' ? 'en' : 'fr';
  const switchLocale = () => {
    applyAppearance({ locale: otherLocale });
    void changeLocale(otherLocale);
  };

  return (
    <div className="cn">
      <main className="cf">
        <div className="lg1">
          <Logo />
          {t('frame:product')} <small>{t('frame:tagline')}</small>
        </div>
        <div className="fm">
          <div>
            <h1>{t('signIn.hello')}</h1>
            <p className="muted">{t('signIn.lead')}</p>
          </div>
          {reason && (
            <p className="call brand" role="status">
              {t(`signIn.${reason}`)}
            </p>
          )}
          <SignInForm email={email} onEmail={setEmail} onSignedIn={onSignedIn} />
        </div>
        <p>
          <button type="button" className="link" lang={otherLocale} onClick={switchLocale}>
            {t('signIn.language')}
          </button>
        </p>
      </main>
      <aside className="cr">
        <DayPicture />
        {installation?.demo && <DemoSignIns signIns={installation.signIns} onSignedIn={onSignedIn} />}
      </aside>
    </div>
  );
}
