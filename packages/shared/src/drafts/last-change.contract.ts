import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, instant, practiceParams } from '../contract/fields.js';

/** What two people may edit at once, and the acts that change it. */
export const changingActs = {
  patient: ['patient.edit'],
  visit: ['appointment.edit', 'appointment.move', 'appointment.change_status', 'appointment.cancel'],
  charge: ['billing.edit_charge'],
  hours: ['practice.save_opening_hours', 'practice.undo_opening_hours'],
  motif: ['practice.edit_motif'],
  pool: ['practice.edit_pool'],
  waiting: ['waiting_list.edit', 'waiting_list.withdraw', 'waiting_list.restore', 'waiting_list.accept'],
} as const;
export type ChangingKind = keyof typeof changingActs;

const kinds = Object.keys(changingActs) as [ChangingKind, ...ChangingKind[]];

/** For the screen that shows two versions side by side: whose is the other one. */
export const readLastChange = defineEndpoint('change.read_last', {
  method: 'GET',
  path: '/practices/{practiceId}/last-changes/{kind}/{subjectId}',
  summary: 'Who last changed a row, and when; within a day',
  access: 'draft.keep',
  params: practiceParams.extend({ kind: z.enum(kinds), subjectId: id }),
  response: z.object({
    change: z.object({ by: z.string(), at: instant, isMine: z.boolean() }).nullable(),
  }),
});
export type LastChange = NonNullable<z.output<typeof readLastChange.response>['change']>;
