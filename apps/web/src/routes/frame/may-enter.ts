import type { Permission } from '@pupitre/shared/access/roles';
import type { MembershipView } from '@pupitre/shared/session/session.contract';
import { ApiProblem } from '../../lib/api-problem';

/** For a route's `beforeLoad`: says « no right » before asking the server for what it would refuse. */
export const mayEnter =
  (permission: Permission) =>
  ({ context }: { context: { membership: MembershipView } }): void => {
    if (!context.membership.permissions.includes(permission)) {
      throw new ApiProblem({ status: 403, code: 'permission.denied' });
    }
  };
