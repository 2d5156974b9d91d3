import { type Permission, permissionsOf, type Role } from '@pupitre/shared/access/roles';
import type { Preferences } from '@pupitre/shared/session/session.contract';

/** Whoever acts in this transaction, as the database told it. */
export interface Actor {
  readonly accountId: string;
  readonly displayName: string;
  readonly initials: string;
  readonly email: string;
  readonly preferences: Partial<Preferences>;
  readonly state: 'active' | 'locked';
  readonly lockAfterMinutes: number;
  readonly endsAt: Date;
  readonly steppedUpAt: Date | null;
  readonly membership: ActorMembership | null;
}

export interface ActorMembership {
  readonly practiceId: string;
  readonly zone: string;
  readonly roles: readonly Role[];
  readonly permissions: readonly Permission[];
  readonly practitionerId: string | null;
  /** Columns lent to a remote secretary; null: all. */
  readonly lentResourceIds: readonly string[] | null;
}

interface ActorRow {
  state: 'active' | 'locked' | null;
  account_id: string;
  display_name: string;
  initials: string;
  email: string;
  preferences: Partial<Preferences>;
  lock_after_minutes: number;
  ends_at: Date;
  stepped_up_at: Date | null;
  practice_id: string | null;
  zone: string | null;
  roles: Role[] | null;
  practitioner_id: string | null;
  lent_resource_ids: string[] | null;
}

/** Null when the session is unknown or over. */
export function toActor(row: ActorRow | undefined): Actor | null {
  if (!row?.state) return null;
  return {
    accountId: row.account_id,
    displayName: row.display_name,
    initials: row.initials,
    email: row.email,
    preferences: row.preferences,
    state: row.state,
    lockAfterMinutes: row.lock_after_minutes,
    endsAt: row.ends_at,
    steppedUpAt: row.stepped_up_at,
    membership: toMembership(row),
  };
}

function toMembership(row: ActorRow): ActorMembership | null {
  if (!row.practice_id || !row.roles || !row.zone) return null;
  return {
    practiceId: row.practice_id,
    zone: row.zone,
    roles: row.roles,
    permissions: permissionsOf(row.roles),
    practitionerId: row.practitioner_id,
    lentResourceIds: row.roles.every((role) => role === 'remote_secretary') ? row.lent_resource_ids : null,
  };
}
