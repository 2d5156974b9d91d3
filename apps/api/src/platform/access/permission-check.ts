import type { Permission } from '@pupitre/shared/access/roles';
import type { Endpoint } from '@pupitre/shared/contract/endpoint';
import { DomainError } from '../domain-error.js';
import type { Actor } from './actor.js';

const stepUpMs = 5 * 60_000;

/** Default deny: no session 401, no membership 404, no right 403. */
export function checkAccess(endpoint: Endpoint, actor: Actor | null, hadCookie: boolean): void {
  if (endpoint.access === 'public') return;
  if (!actor) throw new DomainError(hadCookie ? 'session.ended' : 'session.required');
  if (actor.state === 'locked' && !endpoint.whileLocked) throw new DomainError('session.locked');
  if (endpoint.access === 'session') return;
  const { membership } = actor;
  if (!membership) throw new DomainError('resource.not_found');
  if (!membership.permissions.includes(endpoint.access as Permission)) throw new DomainError('permission.denied');
  const needsStepUp = membership.roles.some((role) => endpoint.stepUpFor?.includes(role));
  if (needsStepUp && !steppedUpRecently(actor)) throw new DomainError('session.step_up_required');
}

function steppedUpRecently(actor: Actor): boolean {
  return actor.steppedUpAt !== null && Date.now() - actor.steppedUpAt.getTime() < stepUpMs;
}
