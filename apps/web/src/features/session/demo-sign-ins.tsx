import type { ResponseOf } from '@pupitre/shared/contract/endpoint';
import { type readInstallation, signIn } from '@pupitre/shared/session/session.contract';
import { IconChevronRight } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { ErrorState } from '../../ui/error-state';
import { Icon } from '../../ui/icon';
import type { SignedIn } from './signed-in';

/** Public, and refused by the server unless the installation is a demonstration. */
const DEMO_PASSWORD = 'pupitre-demo';

type DemoSignIn = ResponseOf<typeof readInstallation>['signIns'][number];

/** One click to be anybody of the demonstration. */
export function DemoSignIns({ signIns, onSignedIn }: { signIns: readonly DemoSignIn[]; onSignedIn: SignedIn }) {
  const { t } = useTranslation('session');
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: (email: string) => callApi(signIn, { body: { email, password: DEMO_PASSWORD } }),
    onSuccess: onSignedIn,
  });
  return (
    <section className="demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{t('signIn.demoTitle')}</h2>
      <p className="hint">{t('signIn.demoLead', { password: DEMO_PASSWORD })}</p>
      {error && <ErrorState error={error} />}
      <ul className="mn1">
        {signIns.map((account) => (
          <li key={account.email}>
            <button
              type="button"
              disabled={isPending}
              aria-busy={isPending && variables === account.email}
              onClick={() => mutate(account.email)}
            >
              <span className="who">
                <b>{account.displayName}</b>
                <span className="muted">{account.roles.map((role) => t(`role.${role}`)).join(', ')}</span>
              </span>
              <span className="hint trunc">{account.practiceName}</span>
              <Icon of={IconChevronRight} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
