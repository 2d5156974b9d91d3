import { savePreferences } from '@pupitre/shared/session/session.contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { applyAppearance } from '../../lib/appearance';
import type { Locale } from '../../lib/i18n';
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

  const [asked, setAsked] = useState<Locale | null>(null);
  const otherLocale = i18n.language === 'fr' ? 'en' : 'fr';
  const switchLocale = () => {
    setAsked(otherLocale);
    applyAppearance({ locale: otherLocale });
    void changeLocale(otherLocale);
  };

  const enter: SignedIn = (session) => {
    if (!asked) return onSignedIn(session);
    // The language asked for here is the person's last word on it: the account keeps it.
    const preferences = { ...session.preferences, locale: asked };
    callApi(savePreferences, { body: preferences }).catch(() => undefined);
    onSignedIn({ ...session, preferences });
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
          <SignInForm email={email} onEmail={setEmail} onSignedIn={enter} />
        </div>
        <p>
          <button type="button" className="link" lang={otherLocale} onClick={switchLocale}>
            {t('signIn.language')}
          </button>
        </p>
      </main>
      <aside className="cr">
        <DayPicture />
        {installation?.demo && <DemoSignIns signIns={installation.signIns} onSignedIn={enter} />}
      </aside>
    </div>
  );
}
