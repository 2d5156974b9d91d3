/** Why a patient's file is opened when no appointment explains it: codes, so that a journal never holds free text. */
export const openingReasons = ['appointment', 'phone_call', 'billing', 'request_of_practitioner', 'other'] as const;
export type OpeningReason = (typeof openingReasons)[number];
