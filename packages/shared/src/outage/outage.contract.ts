import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { instant, practiceParams } from '../contract/fields.js';

/** Why the last sheet could not be written. */
export const outageFaults = ['folder_missing', 'folder_unwritable', 'failed'] as const;

/** Hours ahead that the sheet tells. */
export const outageHours = 48;

export const readOutageSheet = defineEndpoint('outage.read_state', {
  method: 'GET',
  path: '/practices/{practiceId}/outage-sheet',
  summary: 'When the sheet for a breakdown was last written to disk',
  access: 'patient.reveal_phone',
  params: practiceParams,
  response: z.object({
    /** Null: never yet. */
    writtenAt: instant.nullable(),
    columns: z.int(),
    visits: z.int(),
    triedAt: instant.nullable(),
    fault: z.enum(outageFaults).nullable(),
  }),
});
export type OutageState = z.output<typeof readOutageSheet.response>;

export const printOutageSheet = defineEndpoint('outage.print', {
  method: 'GET',
  path: '/practices/{practiceId}/outage-sheet.pdf',
  summary: 'The next 48 hours of every column with whole phone numbers, as of now, for the day nothing answers',
  access: 'patient.reveal_phone',
  audited: 'outage.print',
  params: practiceParams,
  response: { file: 'application/pdf' },
});
