import { type Role, roles } from '@pupitre/shared/access/roles';
import { parseDateFr } from '@pupitre/shared/formats/parse';
import type { MemberAccess, MemberView } from '@pupitre/shared/members/member.contract';
import { email as emailField, personName } from '@pupitre/shared/members/member-fields';
import type { LocalDay } from '@pupitre/shared/time/zone';

export interface TypedMember {
  readonly displayName: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly practitionerId: string;
  /** Empty: all columns. */
  readonly lentResourceIds: readonly string[];
  readonly endsOn: string;
}

export type MemberFault = 'displayName' | 'email' | 'roles' | 'practitioner' | 'endsOn';

export interface MemberReading {
  readonly faults: ReadonlySet<MemberFault>;
  readonly person: { readonly displayName: string; readonly email: string };
  readonly access: MemberAccess;
}

/** A person as the form shows her; undefined: a new one, at the front desk. */
export function typedFrom(member: MemberView | undefined, dateShort: (day: LocalDay) => string): TypedMember {
  return {
    displayName: member?.displayName ?? '',
    email: member?.email ?? '',
    roles: member?.roles ?? ['secretary'],
    practitionerId: member?.practitionerId ?? '',
    lentResourceIds: member?.lentResourceIds ?? [],
    endsOn: member?.endsOn && !member.hasEnded ? dateShort(member.endsOn) : '',
  };
}

/** A practitioner's id counts with her role only, lent columns with a remote secretary's only. */
export function readMember(typed: TypedMember, today: LocalDay): MemberReading {
  const name = personName.safeParse(typed.displayName);
  const address = emailField.safeParse(typed.email);
  const held = roles.filter((role) => typed.roles.includes(role));
  const isPractitioner = held.includes('practitioner');
  const lent =
    held.includes('remote_secretary') && typed.lentResourceIds.length > 0 ? [...typed.lentResourceIds] : null;
  const endsOn = typed.endsOn.trim() ? parseDateFr(typed.endsOn, today, 'near') : null;
  const faults: (MemberFault | false)[] = [
    !name.success && 'displayName',
    !address.success && 'email',
    held.length === 0 && 'roles',
    isPractitioner && !typed.practitionerId && 'practitioner',
    typed.endsOn.trim() !== '' && (endsOn === null || endsOn < today) && 'endsOn',
  ];
  return {
    faults: new Set(faults.filter((fault): fault is MemberFault => fault !== false)),
    person: { displayName: name.data ?? '', email: address.data ?? '' },
    access: {
      roles: held,
      practitionerId: isPractitioner && typed.practitionerId ? typed.practitionerId : null,
      lentResourceIds: lent,
      endsOn,
    },
  };
}

export type MemberState = 'active' | 'waiting' | 'lapsed' | 'ended';

/** Where a person stands: in, with a link to open, with one that lapsed, or out. */
export function stateOf({ hasEnded, hasPassword, linkExpiresAt }: MemberView): MemberState {
  if (hasEnded) return 'ended';
  if (hasPassword) return 'active';
  return linkExpiresAt ? 'waiting' : 'lapsed';
}
