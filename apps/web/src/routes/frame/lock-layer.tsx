import { signOut } from '@pupitre/shared/session/session.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { showLocked, showUnlocked } from '../../features/session/lock';
import { LockScreen } from '../../features/session/lock-screen';
import { callApi } from '../../lib/api-client';
import { lastPractice } from '../../lib/last-practice';
import { forgetSession, sessionQuery, useMaybeSession } from '../../lib/session';
import { onSessionRefusal } from '../../lib/session-refusals';
import { router } from '../../router';

/** Stands beside the router, so that a desk found locked at loading is covered before any screen exists. */
export function LockLayer() {
  const client = useQueryClient();
  const session = useMaybeSession();

  useEffect(
    () =>
      onSessionRefusal((refusal) => {
        // Nobody was signed in yet: the routes lead to the sign-in page by themselves.
        if (!client.getQueryData(sessionQuery.queryKey)) return;
        if (refusal === 'session.locked') return showLocked(client);
        const { href, pathname } = router.state.location;
        forgetSession(client);
        const next = pathname.startsWith('/p/') ? href : undefined;
        void router.navigate({ to: '/connexion', search: { reason: 'ended', next }, replace: true });
      }),
    [client],
  );

  if (session?.state !== 'locked') return null;
  const held = session.memberships.find(({ practiceId }) => practiceId === lastPractice()) ?? session.memberships[0];
  const changeUser = () => {
    const finish = () => {
      forgetSession(client);
      showUnlocked();
      void router.navigate({ to: '/connexion', search: {}, replace: true });
    };
    callApi(signOut, {}).then(finish, finish);
  };
  return (
    <LockScreen
      session={session}
      practice={held ? { name: held.practiceName, zone: held.zone } : null}
      onChangeUser={changeUser}
    />
  );
}
