import type { SessionView } from '@pupitre/shared/session/session.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { WelcomePage } from '../features/session/welcome-page';
import { showPreferences } from '../lib/preferences';
import { acceptSession, forgetSession } from '../lib/session';

export function WelcomeScreen() {
  const token = useLocation({ select: ({ hash }) => hash });
  const client = useQueryClient();
  const navigate = useNavigate();
  const enter = (session: SessionView) => {
    // Whoever was signed in here is not any more.
    forgetSession(client);
    acceptSession(client, session);
    showPreferences(session.preferences);
    void navigate({ to: '/', hash: '', replace: true });
  };
  return (
    <WelcomePage
      key={token}
      token={token}
      onSignedIn={enter}
      onSignIn={() => void navigate({ to: '/connexion', search: {}, hash: '' })}
    />
  );
}
