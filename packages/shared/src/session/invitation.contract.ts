import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { email, personName } from '../members/member-fields.js';
import { passwordMaxLength } from './password-policy.js';
import { sessionView } from './session.contract.js';

/** 32 random bytes, base64url: it stands behind the `#` of a link, so no server and no proxy logs it. */
const token = z.string().regex(/^[\w-]{43}$/);

export const readInvitation = defineEndpoint('invitation.read', {
  method: 'POST',
  path: '/invitations/read',
  summary: 'What the page of an invitation link shows',
  access: 'public',
  readOnly: true,
  body: z.object({ token }),
  response: z.object({
    /** Null: the first person of an installation, who says who she is. */
    person: z.object({ displayName: z.string(), email: z.string() }).nullable(),
    /** Null: no practice yet. */
    practiceName: z.string().nullable(),
  }),
  errors: ['invitation.unknown', 'invitation.used', 'invitation.expired', 'session.too_many_attempts'],
});

export const acceptInvitation = defineEndpoint('invitation.accept', {
  method: 'POST',
  path: '/invitations/accept',
  summary: 'Choose a password with an invitation link, once; sets the session cookie',
  access: 'public',
  body: z.object({
    token,
    password: z.string().min(1).max(passwordMaxLength),
    /** For the first person of an installation only. */
    person: z.object({ displayName: personName, email }).nullable(),
  }),
  response: sessionView,
  errors: [
    'invitation.unknown',
    'invitation.used',
    'invitation.expired',
    'account.email_taken',
    'session.password_refused',
    'session.too_many_attempts',
  ],
});
