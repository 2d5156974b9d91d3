import { signOut } from '@pupitre/shared/session/session.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { callApi } from '../../lib/api-client';
import { flushSoon } from '../../lib/server-drafts';
import { forgetSession } from '../../lib/session';

/** Ends the session, forgets every copy, and shows the sign-in page. Failing to reach the server does not keep the screen open. */
export function useLeave(): () => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  return () => {
    const finish = async () => {
      forgetSession(client);
      await navigate({ to: '/connexion', search: { reason: 'signedOut' }, replace: true });
    };
    void flushSoon().then(() => callApi(signOut, {}).then(finish, finish));
  };
}
