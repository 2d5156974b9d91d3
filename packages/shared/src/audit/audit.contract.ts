import { z } from 'zod';
import { roles } from '../access/roles.js';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, instant, practiceParams } from '../contract/fields.js';

/** A line of the access journal: who did what to whom, when, in which role, and why. Never what was written. */
export const auditLine = z.object({
  id,
  at: instant,
  accountId: id,
  /** Empty for somebody who never worked in this practice. */
  actorName: z.string(),
  roles: z.array(z.enum(roles)),
  /** Id of an endpoint, or of an audited read. */
  action: z.string(),
  outcome: z.enum(['done', 'refused']),
  patient: z.object({ id, name: z.string() }).nullable(),
  subjectId: id.nullable(),
  reason: z.string().nullable(),
  requestId: z.string(),
  /** Its place in the chain; null for the few seconds before it is sealed. */
  sealedAs: z.int().nullable(),
});
export type AuditLine = z.output<typeof auditLine>;

const actionCode = z
  .string()
  .regex(/^[a-z_]+(\.[a-z_]+)+$/)
  .max(80);

export const searchAudit = defineEndpoint('audit.search', {
  method: 'POST',
  path: '/practices/{practiceId}/audit/search',
  summary: 'Lines of the access journal, newest first, fifty a page; reading them is itself written to it',
  access: 'audit.read',
  readOnly: true,
  audited: 'audit.search',
  params: practiceParams,
  body: z.object({
    accountId: id.nullable().default(null),
    patientId: id.nullable().default(null),
    action: actionCode.nullable().default(null),
    outcome: z.enum(['done', 'refused']).nullable().default(null),
    /** Included. */
    from: instant.nullable().default(null),
    /** Excluded. */
    to: instant.nullable().default(null),
    /** `nextCursor` of the page before. */
    cursor: z.string().max(120).nullable().default(null),
  }),
  response: z.object({ lines: z.array(auditLine), nextCursor: z.string().nullable() }),
});

/** What does not agree, at the first place where it does not. */
export const auditFaults = [
  /** A row is not what was sealed, or two changed places. */
  'row_changed',
  /** A seal whose row is gone. */
  'row_missing',
  /** A number of the chain is gone. */
  'seal_missing',
  /** The chain ends before the place its head remembers. */
  'tail_cut',
  /** The seal is there but is not the one a head remembers. */
  'head_differs',
] as const;
export type AuditFault = (typeof auditFaults)[number];

export const verifyAudit = defineEndpoint('audit.verify', {
  method: 'GET',
  path: '/practices/{practiceId}/audit/verification',
  summary: 'Whether the journal is intact: its latest seals against its rows, and every monthly head',
  access: 'audit.read',
  audited: 'audit.verify',
  params: practiceParams,
  response: z.object({
    intact: z.boolean(),
    sealedCount: z.int(),
    unsealedCount: z.int(),
    lastSealedAt: instant.nullable(),
    /** Seals before this one were not read again by this call; the command `audit:verify` reads them all. */
    checkedFrom: z.int(),
    brokenAt: z.object({ seq: z.int(), fault: z.enum(auditFaults) }).nullable(),
    /** Hex; kept elsewhere, it proves later that nothing before it was rewritten. */
    headHash: z.string(),
  }),
});
