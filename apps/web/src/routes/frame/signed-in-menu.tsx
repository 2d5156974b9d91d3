import { lazy, Suspense } from 'react';
import { useSession } from '../../lib/session';
import { useLeave } from './use-leave';

const UserMenu = lazy(() => import('../../features/session/user-menu').then((file) => ({ default: file.UserMenu })));

/** The person's menu, loaded after the screen; her initials stand there meanwhile. */
export function SignedInMenu() {
  const leave = useLeave();
  const { account } = useSession();
  const initials = (
    <span className="topbtn" aria-hidden="true">
      <span className="avatar">{account.initials}</span>
    </span>
  );
  return (
    <Suspense fallback={initials}>
      <UserMenu onSignOut={leave} />
    </Suspense>
  );
}
