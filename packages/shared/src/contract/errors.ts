/** HTTP statuses by kind of refusal. */
export const statusOfKind = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale: 412,
  too_large: 413,
  not_json: 415,
  invalid: 422,
  precondition_required: 428,
  too_many: 429,
  failed: 500,
  unavailable: 503,
} as const;

export type ErrorKind = keyof typeof statusOfKind;

/** Every code the API can answer with, and its kind. Each has a sentence in French and in English. */
export const errorKinds = {
  'request.malformed': 'malformed',
  'request.not_json': 'not_json',
  'request.too_large': 'too_large',
  'request.invalid': 'invalid',
  'request.foreign_origin': 'forbidden',
  'request.idempotency_key_required': 'precondition_required',
  'request.idempotency_key_reused': 'invalid',
  'request.still_running': 'conflict',
  'request.too_many': 'too_many',
  'resource.not_found': 'not_found',
  'version.required': 'precondition_required',
  'version.stale': 'stale',
  'server.failed': 'failed',
  'server.unavailable': 'unavailable',
  'server.draining': 'unavailable',
  'audit.unavailable': 'unavailable',
  'task.failed': 'failed',
  'task.lost': 'failed',
  'task.unknown_kind': 'failed',
  'task.not_failed': 'conflict',
  'draft.too_large': 'too_large',
  'session.required': 'unauthenticated',
  'session.locked': 'unauthenticated',
  'session.ended': 'unauthenticated',
  'session.credentials_refused': 'unauthenticated',
  'session.too_many_attempts': 'too_many',
  'session.step_up_required': 'forbidden',
  'permission.denied': 'forbidden',
  'appointment.slot_taken': 'conflict',
  'appointment.outside_opening_hours': 'conflict',
  'appointment.practitioner_absent': 'conflict',
  'appointment.public_holiday': 'conflict',
  'appointment.motif_not_offered': 'conflict',
  'appointment.resource_inactive': 'conflict',
  'appointment.too_far': 'conflict',
  'appointment.in_the_past': 'conflict',
  'appointment.end_before_start': 'invalid',
  'appointment.nonexistent_local_time': 'invalid',
  'appointment.transition_refused': 'conflict',
  'appointment.not_yet_started': 'conflict',
  'appointment.already_started': 'conflict',
  'appointment.charge_open': 'conflict',
  'undo.nothing_left': 'conflict',
  'undo.too_late': 'conflict',
  'undo.changed_since': 'conflict',
  'patient.twin_suspected': 'conflict',
  'patient.contact_missing': 'invalid',
  'patient.birth_date_in_the_future': 'invalid',
  'opening.overlapping_hours': 'invalid',
  'absence.end_before_start': 'invalid',
  'motif.name_taken': 'conflict',
  'charge.already_issued': 'conflict',
  'charge.empty': 'invalid',
  'charge.unknown_act': 'invalid',
  'payment.exceeds_due': 'invalid',
  'payment.outstanding_reason_required': 'invalid',
  'payment.given_too_little': 'invalid',
  'export.month_not_started': 'invalid',
  'import.file_empty': 'invalid',
  'import.file_too_large': 'too_large',
  'import.part_unexpected': 'invalid',
  'import.parts_missing': 'conflict',
  'import.checksum_wrong': 'conflict',
  'import.column_unknown': 'invalid',
  'import.field_twice': 'invalid',
  'import.line_not_doubtful': 'conflict',
  'import.no_twin': 'conflict',
  'import.nothing_to_write': 'conflict',
  'import.depended_on': 'conflict',
  'import.undo_too_late': 'conflict',
  'import.wrong_state': 'conflict',
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof errorKinds;

/** Body of an error: `application/problem+json` (RFC 9457) with a code of ours; never a sentence, never a value. */
export interface Problem {
  readonly type: 'about:blank';
  readonly status: number;
  readonly code: ErrorCode;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Same id in the server's log. */
  readonly errorId?: string;
}
