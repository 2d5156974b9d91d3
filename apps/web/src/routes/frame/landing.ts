import { landingOf } from '@pupitre/shared/access/roles';
import type { MembershipView } from '@pupitre/shared/session/session.contract';
import { type ScreenId, screensOf } from './screens';

const SCREEN_OF: Readonly<Record<ReturnType<typeof landingOf>, ScreenId>> = {
  day: 'day',
  my_day: 'myDay',
  exports: 'exports',
};

/** Path of the screen a role starts on; the first it may open when that one is not for it; undefined when none is. */
export function landingPath(membership: MembershipView): string | undefined {
  const open = screensOf(membership);
  const first = open.find(({ id }) => id === SCREEN_OF[landingOf(membership.roles)]) ?? open[0];
  return first && `/p/${membership.practiceId}/${first.path}`;
}
