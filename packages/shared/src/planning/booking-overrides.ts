import type { Permission } from '../access/roles.js';
import type { Refusal } from './booking-refusals.js';

export type RefusalCode = Refusal['code'];

/**
 * Who may pass over each refusal, with a reason; null: nobody, a rule of time or of the database. What a desk can judge
 * (a mother beside her child, a motif meant for known patients) the desk may pass over.
 */
export const overridableWith: Readonly<Record<RefusalCode, Permission | null>> = {
  'appointment.end_before_start': null,
  'appointment.nonexistent_local_time': null,
  'appointment.outside_opening_hours': 'appointment.open_extra',
  'appointment.practitioner_absent': 'appointment.open_extra',
  'appointment.public_holiday': 'appointment.open_extra',
  'appointment.practice_closed': 'appointment.open_extra',
  'appointment.motif_not_offered': null,
  'appointment.slot_taken': 'appointment.overbook',
  'appointment.slot_held': null,
  'appointment.in_meeting': 'appointment.open_extra',
  // Its seats are the only places beside it.
  'appointment.group_session': null,
  'appointment.rajouts_used_up': 'appointment.exceed_quota',
  'appointment.reserved_for_urgent': 'appointment.overbook',
  'appointment.patient_busy': 'appointment.book',
  'appointment.channel_not_offered': 'appointment.book',
  'appointment.new_patients_only': 'appointment.book',
  'appointment.known_patients_only': 'appointment.book',
  'appointment.need_not_free': 'appointment.overbook',
  'appointment.resource_inactive': null,
  'appointment.too_far': null,
  'appointment.in_the_past': null,
  'appointment.walk_in_not_today': null,
};

/** Codes of a list in the order of the list, each once. */
export function refusalCodes(refusals: readonly Refusal[]): RefusalCode[] {
  return [...new Set(refusals.map(({ code }) => code))];
}

export interface SettledRefusals {
  /** Still in the way: not accepted, or not hers to accept. */
  readonly standing: readonly Refusal[];
  /** Passed over: goes into the visit and its journal. */
  readonly overridden: readonly RefusalCode[];
}

/** What is left of the refusals once those `accepted`, as far as `permissions` allow, are passed over. */
export function settleRefusals(
  refusals: readonly Refusal[],
  accepted: readonly string[],
  permissions: readonly Permission[],
): SettledRefusals {
  const passes = ({ code }: Refusal) => {
    const permission = overridableWith[code];
    return permission !== null && accepted.includes(code) && permissions.includes(permission);
  };
  return {
    standing: refusals.filter((refusal) => !passes(refusal)),
    overridden: refusalCodes(refusals.filter(passes)),
  };
}
