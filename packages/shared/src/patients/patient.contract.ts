import { z } from 'zod';
import { openingReasons } from '../audit/opening-reasons.js';
import { defineEndpoint } from '../contract/endpoint.js';
import { cents, id, instant, line, localDay, minuteOfDay, practiceParams, text, version } from '../contract/fields.js';
import { appointmentStatuses } from '../planning/appointment-status.js';

export const sexes = ['F', 'M', 'U'] as const;
export const insStatuses = ['provisional', 'retrieved', 'validated', 'qualified'] as const;
export const thirdParties = ['none', 'amo', 'full'] as const;

/** A family or first name holds at least one letter: without any it could never be found again. */
const name = (max: number) => line(max).regex(/\p{L}/u);
/** Nobody alive is older; a year typed with a slip (0962) is caught here. */
const birthDay = localDay.refine((day) => day >= '1880-01-01');

const communeCode = z
  .string()
  .regex(/^[0-9][0-9AB][0-9]{3}$/)
  .nullable()
  .default(null);

/** A patient in a list of results: enough to tell two people apart, the phone by its end only. */
export const patientHit = z.object({
  id,
  usedName: z.string(),
  birthName: z.string(),
  firstName: z.string(),
  sex: z.enum(sexes),
  birthDate: localDay,
  city: z.string(),
  phoneEnd: z.string().nullable(),
  usualPractitionerId: id.nullable(),
  usualMotifId: id.nullable(),
  lastSeenDay: localDay.nullable(),
  next: z.object({ day: localDay, startMin: minuteOfDay, resourceId: id }).nullable(),
});
export type PatientHit = z.output<typeof patientHit>;

export const searchPatients = defineEndpoint('patient.search', {
  method: 'POST',
  path: '/practices/{practiceId}/patients/search',
  summary: 'Find patients by name, birth name, first name, birth date or end of the phone',
  access: 'patient.search',
  readOnly: true,
  params: practiceParams,
  body: z.object({ text: line(80).min(1), limit: z.int().min(1).max(50).default(8) }),
  response: z.object({ hits: z.array(patientHit) }),
});

export const patientForm = z.object({
  birthName: name(100),
  /** Empty: the birth name is the one in use. */
  usedName: z.union([z.literal(''), name(100)]).default(''),
  firstName: name(100),
  firstNames: line(200).default(''),
  sex: z.enum(sexes),
  birthDate: birthDay,
  birthPlaceCode: communeCode,
  phone: line(30).default(''),
  /** Said on purpose: a patient may have no phone. */
  withoutPhone: z.boolean().default(false),
  email: z.union([z.literal(''), z.email().max(200)]).default(''),
  street: line(200).default(''),
  postalCode: z.union([z.literal(''), z.string().regex(/^[0-9]{5}$/)]).default(''),
  communeCode: communeCode,
  headsUp: text(300).default(''),
  teamNote: text(1000).default(''),
  usualPractitionerId: id.nullable().default(null),
  referringDoctor: z.boolean().default(true),
  longTermIllness: z.boolean().default(false),
  thirdParty: z.enum(thirdParties).default('none'),
  complementaryName: line(100).default(''),
});
export type PatientForm = z.output<typeof patientForm>;

export const twinReason = z.object({
  patient: patientHit,
  level: z.enum(['block', 'strong', 'weak']),
  reasons: z.array(z.string()),
});
export type TwinView = z.output<typeof twinReason>;

export const findTwins = defineEndpoint('patient.find_twins', {
  method: 'POST',
  path: '/practices/{practiceId}/patients/twins',
  summary: 'Near twins of what is being typed, with the reason',
  access: 'patient.create',
  readOnly: true,
  params: practiceParams,
  body: z.object({
    birthName: line(100),
    usedName: line(100).default(''),
    firstName: line(100),
    sex: z.enum(sexes),
    birthDate: birthDay.nullable(),
    birthPlaceCode: communeCode,
    phone: line(30).default(''),
    email: line(200).default(''),
    exceptId: id.nullable().default(null),
  }),
  response: z.object({ twins: z.array(twinReason) }),
});

export const patientIdentity = z.object({
  id,
  number: z.int(),
  birthName: z.string(),
  usedName: z.string(),
  firstName: z.string(),
  firstNames: z.string(),
  sex: z.enum(sexes),
  birthDate: localDay,
  birthPlace: z.object({ code: z.string(), name: z.string() }).nullable(),
  phoneMasked: z.string().nullable(),
  withoutPhone: z.boolean(),
  email: z.string(),
  street: z.string(),
  postalCode: z.string(),
  commune: z.object({ code: z.string(), name: z.string() }).nullable(),
  headsUp: z.string(),
  teamNote: z.string(),
  usualPractitionerId: id.nullable(),
  referringDoctor: z.boolean(),
  longTermIllness: z.boolean(),
  thirdParty: z.enum(thirdParties),
  complementaryName: z.string(),
  insStatus: z.enum(insStatuses),
  version,
});
export type PatientIdentity = z.output<typeof patientIdentity>;

export const createPatient = defineEndpoint('patient.create', {
  method: 'POST',
  path: '/practices/{practiceId}/patients',
  summary: 'Create a patient with the minimum identity',
  access: 'patient.create',
  idempotent: true,
  params: practiceParams,
  body: patientForm.extend({ twinsSeen: z.boolean().default(false) }),
  response: patientHit,
  status: 201,
  errors: ['patient.twin_suspected', 'patient.contact_missing', 'patient.birth_date_in_the_future'],
});

const patientParams = practiceParams.extend({ patientId: id });

/** A line of the file's journal: changes only; who read the file is for the admin. */
export const patientEvent = z.object({
  id,
  at: instant,
  actorName: z.string(),
  kind: z.string(),
  fields: z.array(z.string()),
});

export const patientFile = z.object({
  patient: patientIdentity,
  /** Those to come, the nearest first, then those gone, the latest first. */
  appointments: z.array(
    z.object({
      id,
      day: localDay,
      startMin: minuteOfDay,
      resourceId: id,
      motifId: id,
      status: z.enum(appointmentStatuses),
      upcoming: z.boolean(),
    }),
  ),
  visitCount: z.int(),
  absenceCount: z.int(),
  /** Empty for roles without billing. */
  invoices: z.array(
    z.object({
      id,
      number: z.string(),
      issuedOn: localDay,
      practitionerId: id,
      totalCents: cents,
      outstandingCents: cents,
    }),
  ),
  outstandingCents: cents.nullable(),
  events: z.array(patientEvent),
});
export type PatientFile = z.output<typeof patientFile>;

export const readPatientFile = defineEndpoint('patient.read_file', {
  method: 'GET',
  path: '/practices/{practiceId}/patients/{patientId}',
  summary: "Open a patient's file; the opening is written to the audit journal",
  access: 'patient.read',
  audited: 'patient.open_file',
  params: patientParams,
  /** Why, when no appointment explains it; written to the journal beside the opening. */
  query: z.object({ reason: z.enum(openingReasons).optional() }),
  response: patientFile,
});

export const revealPhone = defineEndpoint('patient.reveal_phone', {
  method: 'GET',
  path: '/practices/{practiceId}/patients/{patientId}/phone',
  summary: 'The full phone number, on purpose; written to the audit journal',
  access: 'patient.reveal_phone',
  audited: 'patient.reveal_phone',
  params: patientParams,
  response: z.object({ phone: z.string().nullable() }),
});

export const editPatient = defineEndpoint('patient.edit', {
  method: 'PUT',
  path: '/practices/{practiceId}/patients/{patientId}',
  summary:
    "Change a patient's identity or administrative data; an empty phone keeps the known one unless withoutPhone is said",
  access: 'patient.edit',
  versioned: true,
  params: patientParams,
  body: patientForm,
  response: patientIdentity,
  errors: ['patient.twin_suspected', 'patient.contact_missing', 'patient.birth_date_in_the_future', 'version.stale'],
});

export const communeView = z.object({
  code: z.string(),
  name: z.string(),
  postalCodes: z.array(z.string()),
  /** A commune that no longer exists: fit for a birthplace, not for an address. */
  former: z.boolean(),
});
export type CommuneView = z.output<typeof communeView>;

export const findCommunes = defineEndpoint('commune.find', {
  method: 'GET',
  path: '/communes',
  summary: 'French communes by name or postal code (official list)',
  access: 'session',
  query: z.object({ text: line(60).min(1), birthplace: z.stringbool().default(false) }),
  response: z.object({ communes: z.array(communeView) }),
});
