/** Roles of a membership (a membership may hold several) and what each may do. The one matrix: the guard, the screens and the tests read it. */

export const roles = [
  'secretary',
  'coordinator',
  'remote_secretary',
  'practitioner',
  'nurse',
  'admin',
  'accountant',
] as const;
export type Role = (typeof roles)[number];

export const permissions = [
  'agenda.read',
  'appointment.book',
  'appointment.overbook',
  'appointment.exceed_quota',
  'appointment.open_extra',
  'appointment.move',
  'appointment.cancel',
  'appointment.change_status',
  'waiting_room.read',
  'lateness.set',
  'own_day.read',
  'waiting_list.edit',
  'patient.search',
  'patient.read',
  'patient.create',
  'patient.edit',
  'patient.reveal_phone',
  'hours.edit',
  'absence.edit',
  'motif.edit',
  'calendar.edit',
  'billing.read',
  'billing.charge',
  'billing.export',
  'import.run',
  'members.read',
  'members.edit',
  'live.listen',
  'draft.keep',
  'session.revoke',
  'audit.read',
  'tasks.read',
  'tasks.retry',
] as const;
export type Permission = (typeof permissions)[number];

const deskPermissions: readonly Permission[] = [
  'agenda.read',
  'appointment.book',
  'appointment.overbook',
  'appointment.move',
  'appointment.cancel',
  'appointment.change_status',
  'waiting_room.read',
  'lateness.set',
  'patient.search',
  'patient.read',
  'patient.create',
  'patient.edit',
  'patient.reveal_phone',
  'absence.edit',
  'billing.read',
  'billing.charge',
  'waiting_list.edit',
  'live.listen',
  'draft.keep',
];

/** A closed matrix: what is not listed is refused. */
export const roleMatrix: Readonly<Record<Role, readonly Permission[]>> = {
  secretary: deskPermissions,
  coordinator: [
    ...deskPermissions,
    'appointment.exceed_quota',
    'appointment.open_extra',
    'tasks.read',
    'hours.edit',
    'motif.edit',
    'calendar.edit',
    'import.run',
  ],
  remote_secretary: [
    'agenda.read',
    'appointment.book',
    'appointment.move',
    'appointment.cancel',
    'appointment.change_status',
    'waiting_room.read',
    'patient.search',
    'patient.create',
    'waiting_list.edit',
    'live.listen',
    'draft.keep',
  ],
  practitioner: [
    'agenda.read',
    'appointment.change_status',
    'waiting_room.read',
    'lateness.set',
    'own_day.read',
    'calendar.edit',
    'patient.search',
    'patient.read',
    'live.listen',
    'draft.keep',
  ],
  nurse: [
    'agenda.read',
    'appointment.book',
    'appointment.move',
    'appointment.cancel',
    'appointment.change_status',
    'waiting_room.read',
    'patient.search',
    'patient.read',
    'live.listen',
    'waiting_list.edit',
    'draft.keep',
  ],
  admin: [
    'agenda.read',
    'waiting_room.read',
    'patient.search',
    'patient.read',
    'hours.edit',
    'absence.edit',
    'motif.edit',
    'calendar.edit',
    'billing.read',
    'billing.export',
    'import.run',
    'members.read',
    'members.edit',
    'live.listen',
    'draft.keep',
    'session.revoke',
    'audit.read',
    'tasks.read',
    'tasks.retry',
  ],
  accountant: ['billing.export'],
};

/** The permissions of a membership: the union over its roles, in the order of `permissions`. */
export function permissionsOf(held: readonly Role[]): Permission[] {
  return permissions.filter((permission) => held.some((role) => roleMatrix[role].includes(permission)));
}

/** The screen each role starts on; desk roles win when a person holds several. */
export function landingOf(held: readonly Role[]): 'day' | 'my_day' | 'exports' {
  if (held.some((role) => ['secretary', 'coordinator', 'remote_secretary', 'nurse'].includes(role))) return 'day';
  if (held.includes('practitioner')) return 'my_day';
  return 'exports';
}
