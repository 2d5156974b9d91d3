import { UserMenu } from '../../features/session/user-menu';
import { useLeave } from './use-leave';

export function SignedInMenu() {
  const leave = useLeave();
  return <UserMenu onSignOut={leave} />;
}
