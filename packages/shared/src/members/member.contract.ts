import { z } from 'zod';
import { roles } from '../access/roles.js';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, instant, localDay, practiceParams } from '../contract/fields.js';
import { email, personName } from './member-fields.js';

/** What a person may do here. A practitioner's role needs the practitioner she is, and the other way round. */
export const memberAccess = z
  .object({
    roles: z.array(z.enum(roles)).min(1).max(roles.length),
    practitionerId: id.nullable(),
    /** Columns lent to a remote secretary; null: all. */
    lentResourceIds: z.array(id).min(1).max(100).nullable(),
    /** Last day of her access; null: no end. */
    endsOn: localDay.nullable(),
  })
  .refine(({ roles: held, practitionerId }) => held.includes('practitioner') === (practitionerId !== null), {
    path: ['practitionerId'],
  });
export type MemberAccess = z.output<typeof memberAccess>;

/** Shown once and kept nowhere: `<address>/bienvenue#<token>`, good for 24 hours. */
export const invitationLink = z.object({ token: z.string(), expiresAt: instant });
export type InvitationLink = z.output<typeof invitationLink>;

const memberView = z.object({
  id,
  accountId: id,
  displayName: z.string(),
  email: z.string(),
  roles: z.array(z.enum(roles)),
  practitionerId: id.nullable(),
  lentResourceIds: z.array(id).nullable(),
  endsOn: localDay.nullable(),
  hasEnded: z.boolean(),
  /** False until she opened her link. */
  hasPassword: z.boolean(),
  /** Her unopened link, when she has one that is still good. */
  linkExpiresAt: instant.nullable(),
});
export type MemberView = z.output<typeof memberView>;

const memberParams = practiceParams.extend({ memberId: id });

export const listMembers = defineEndpoint('member.list', {
  method: 'GET',
  path: '/practices/{practiceId}/members',
  summary: 'The people of the practice, those whose access ended too',
  access: 'members.read',
  params: practiceParams,
  response: z.object({ members: z.array(memberView) }),
});

/** The link is in the answer, so no retry key keeps the answer: a second sending is refused as `member.already`. */
export const addMember = defineEndpoint('member.add', {
  method: 'POST',
  path: '/practices/{practiceId}/members',
  summary: 'Let a person in; gives her link, or null when she has a password from another practice',
  access: 'members.edit',
  stepUpFor: ['admin'],
  params: practiceParams,
  body: memberAccess.safeExtend({ displayName: personName, email }),
  response: z.object({ link: invitationLink.nullable() }),
  errors: ['member.already', 'member.own_access', 'member.disabled'],
});

export const changeMember = defineEndpoint('member.change', {
  method: 'PUT',
  path: '/practices/{practiceId}/members/{memberId}',
  summary: 'Change what a person may do; nobody changes her own access',
  access: 'members.edit',
  stepUpFor: ['admin'],
  params: memberParams,
  body: memberAccess,
  response: 'empty',
  errors: ['member.own_access'],
});

export const endMember = defineEndpoint('member.end', {
  method: 'DELETE',
  path: '/practices/{practiceId}/members/{memberId}',
  summary: 'End a person’s access at once',
  access: 'members.edit',
  stepUpFor: ['admin'],
  params: memberParams,
  response: 'empty',
  errors: ['member.own_access'],
});

export const renewMemberLink = defineEndpoint('member.renew_link', {
  method: 'POST',
  path: '/practices/{practiceId}/members/{memberId}/link',
  summary: 'A new link to choose a password: the first was lost, or the password forgotten',
  access: 'members.edit',
  stepUpFor: ['admin'],
  params: memberParams,
  response: invitationLink,
  errors: ['member.own_access', 'member.belongs_elsewhere'],
});
