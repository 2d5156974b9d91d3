import { z } from 'zod';
import { roles } from '../access/roles.js';
import { tariffZones } from '../billing/act-row.js';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, line } from '../contract/fields.js';
import { finessIsValid, rppsIsValid, sirenIsValid } from '../identity/checks.js';
import { invitationLink } from '../members/member.contract.js';
import { email, personName } from '../members/member-fields.js';
import { holidayZones } from '../planning/public-holidays.js';
import { motifForm, professions, weekHours } from './practice.contract.js';
import { practiceZones } from './territory.js';
import { weekHoursFaults } from './week-hours.js';

const phone = z
  .string()
  .regex(/^\+\d{8,15}$/)
  .or(z.literal(''));
const orNone = (isValid: (text: string) => boolean) => z.string().refine((text) => text === '' || isValid(text));

/** Place of a practitioner in the list being founded: she has no id yet. */
const seat = z.int().min(0).max(29);

export const foundedPractice = z.object({
  name: line(80).min(2),
  street: line(120).min(1),
  postalCode: z.string().regex(/^\d{5}$/),
  city: line(80).min(1),
  phone,
  finess: orNone(finessIsValid),
  zone: z.string().refine((zone) => practiceZones.includes(zone)),
  holidayZone: z.enum(holidayZones),
  tariffZone: z.enum(tariffZones),
});

export const foundedPractitioner = z.object({
  title: z.enum(['dr', 'none']),
  firstName: line(40).min(1),
  lastName: line(40).min(1),
  profession: z.enum(professions),
  rpps: orNone(rppsIsValid),
  /** Of the person or the company that bills for her. */
  siren: orNone(sirenIsValid),
  hours: weekHours.refine((hours) => weekHoursFaults(hours).length === 0),
});

const foundedMotif = motifForm
  .omit({ resourceIds: true, active: true })
  .extend({ seats: z.array(seat).min(1).max(30) });

const foundedMember = z
  .object({
    displayName: personName,
    email,
    roles: z.array(z.enum(roles)).min(1).max(roles.length),
    /** The practitioner she is. */
    seat: seat.nullable(),
  })
  .refine((member) => member.roles.includes('practitioner') === (member.seat !== null), { path: ['seat'] });

const foundingForm = z
  .object({
    practice: foundedPractice,
    practitioners: z.array(foundedPractitioner).min(1).max(30),
    motifs: z.array(foundedMotif).min(1).max(100),
    /** Her own work besides administering: at the desk, and as one of the practitioners. */
    founder: z.object({ atTheDesk: z.boolean(), seat: seat.nullable() }),
    members: z.array(foundedMember).max(60),
  })
  .refine(({ practitioners, motifs, founder, members }) => {
    const named = [
      ...motifs.flatMap(({ seats }) => seats),
      founder.seat ?? 0,
      ...members.map((each) => each.seat ?? 0),
    ];
    return named.every((each) => each < practitioners.length);
  })
  .refine(({ motifs }) => new Set(motifs.map(({ name }) => name)).size === motifs.length, { path: ['motifs'] })
  .refine(({ members }) => new Set(members.map((each) => each.email)).size === members.length, { path: ['members'] });
export type FoundingForm = z.output<typeof foundingForm>;

/** Everything in one transaction. The links are in the answer alone, so no retry key keeps it. */
export const foundPractice = defineEndpoint('practice.found', {
  method: 'POST',
  path: '/setup',
  summary: 'Found a practice with its site, columns, hours, motifs and first people; for whoever was asked to, once',
  access: 'session',
  body: foundingForm,
  response: z.object({
    practiceId: id,
    /** One for each person who has no password yet. */
    links: z.array(invitationLink.extend({ displayName: z.string(), email: z.string() })),
  }),
  errors: ['setup.already_done', 'permission.denied', 'member.already', 'member.own_access', 'member.disabled'],
});
