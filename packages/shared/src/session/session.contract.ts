import { z } from 'zod';
import { permissions, roles } from '../access/roles.js';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, instant, line } from '../contract/fields.js';

/** How much room things take: `tactile` gives every target 44 px. */
export const densities = ['compact', 'normal', 'tactile'] as const;
export type Density = (typeof densities)[number];

/** A view of the day that a person named: columns, and how they are shown. */
export const savedView = z.object({
  id,
  name: line(40).min(1),
  resourceIds: z.array(id).min(1).max(100),
  list: z.boolean(),
  /** Null: the density stays what it is. */
  density: z.enum(densities).nullable(),
});
export type SavedView = z.output<typeof savedView>;

export const preferences = z.object({
  locale: z.enum(['fr', 'en']),
  theme: z.enum(['light', 'dark', 'system']),
  /** `auto`: tactile where a finger points, else compact. */
  density: z.enum(['auto', ...densities]),
  /** Single-letter keys can be switched off (WCAG 2.1.4). */
  letterKeys: z.boolean(),
  /** By practice, in her order. */
  views: z.record(id, z.array(savedView).max(20)),
});
export type Preferences = z.output<typeof preferences>;

export const membershipView = z.object({
  practiceId: id,
  practiceName: z.string(),
  city: z.string(),
  zone: z.string(),
  roles: z.array(z.enum(roles)),
  permissions: z.array(z.enum(permissions)),
  /** The practitioner this person is, if she is one. */
  practitionerId: id.nullable(),
});

export const sessionView = z.object({
  account: z.object({ id, displayName: z.string(), initials: z.string(), email: z.string() }),
  state: z.enum(['active', 'locked']),
  memberships: z.array(membershipView),
  preferences,
  /** The server's clock: the demo's ticks from 10 h 42 of an open day. */
  now: instant,
  lockAfterMinutes: z.int(),
  endsAt: instant,
  demo: z.boolean(),
  /** Asked to found a practice, by this name or '', and member of none yet: the first-run screens are hers. */
  founding: z.object({ practiceName: z.string() }).nullable(),
});
export type SessionView = z.output<typeof sessionView>;
export type MembershipView = z.output<typeof membershipView>;

/** What the sign-in page may know before anybody signed in. */
export const readInstallation = defineEndpoint('installation.read', {
  method: 'GET',
  path: '/installation',
  summary: 'What the sign-in page shows: demo mode and its public sign-ins',
  access: 'public',
  response: z.object({
    demo: z.boolean(),
    signIns: z.array(
      z.object({ email: z.string(), displayName: z.string(), roles: z.array(z.enum(roles)), practiceName: z.string() }),
    ),
  }),
});

export const signIn = defineEndpoint('session.sign_in', {
  method: 'POST',
  path: '/session',
  summary: 'Sign in; sets the session cookie',
  access: 'public',
  body: z.object({ email: line(200).min(1), password: z.string().min(1).max(200) }),
  response: sessionView,
  errors: ['session.credentials_refused', 'session.too_many_attempts'],
});

export const readSession = defineEndpoint('session.read', {
  method: 'GET',
  path: '/session',
  summary: 'Who is signed in, with memberships and permissions',
  access: 'session',
  whileLocked: true,
  response: sessionView,
});

export const signOut = defineEndpoint('session.sign_out', {
  method: 'DELETE',
  path: '/session',
  summary: 'End the session',
  access: 'session',
  whileLocked: true,
  response: 'empty',
});

export const lockSession = defineEndpoint('session.lock', {
  method: 'POST',
  path: '/session/lock',
  summary: 'Lock the desk',
  access: 'session',
  whileLocked: true,
  response: 'empty',
});

export const unlockSession = defineEndpoint('session.unlock', {
  method: 'POST',
  path: '/session/unlock',
  summary: 'Unlock the desk with the password',
  access: 'session',
  whileLocked: true,
  body: z.object({ password: z.string().min(1).max(200) }),
  response: sessionView,
  errors: ['session.credentials_refused', 'session.too_many_attempts'],
});

export const stepUp = defineEndpoint('session.step_up', {
  method: 'POST',
  path: '/session/step-up',
  summary: 'Type the password again before a sensitive act; holds for five minutes',
  access: 'session',
  body: z.object({ password: z.string().min(1).max(200) }),
  response: 'empty',
  errors: ['session.credentials_refused', 'session.too_many_attempts'],
});

export const noteActivity = defineEndpoint('session.note_activity', {
  method: 'POST',
  path: '/session/activity',
  summary: 'Say that the person typed or moved: the lock waits',
  access: 'session',
  response: 'empty',
});

export const savePreferences = defineEndpoint('session.save_preferences', {
  method: 'PUT',
  path: '/session/preferences',
  summary: 'Save language, theme, density, keys or views; what is absent is kept, practice by practice for the views',
  access: 'session',
  body: preferences.partial(),
  response: preferences,
});
