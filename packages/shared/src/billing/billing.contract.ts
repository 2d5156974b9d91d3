import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { cents, id, instant, line, localDay, practiceParams, version } from '../contract/fields.js';
import { thirdParties } from '../patients/patient.contract.js';

export const paymentMethods = ['card', 'cash', 'cheque', 'transfer'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

export const actView = z.object({
  code: z.string(),
  nomenclature: z.enum(['NGAP', 'CCAM']),
  labelFr: z.string(),
  labelEn: z.string(),
  short: z.string(),
  priceCents: cents,
  /** Where the price was read and how sure it is. */
  source: z.string(),
  mark: z.string(),
  validFrom: localDay,
});
export type ActView = z.output<typeof actView>;

export const listActs = defineEndpoint('billing.list_acts', {
  method: 'GET',
  path: '/practices/{practiceId}/acts',
  summary: "The acts and their prices on a day, in the practice's tariff zone",
  access: 'billing.read',
  params: practiceParams,
  query: z.object({ day: localDay }),
  response: z.object({ acts: z.array(actView) }),
});

export const chargeLine = z.object({
  code: z.string(),
  labelFr: z.string(),
  labelEn: z.string(),
  quantity: z.int(),
  unitCents: cents,
  totalCents: cents,
  /** Shares of the line, whoever advances them; what is left is the patient's. */
  amoCents: cents,
  amcCents: cents,
  /** Honoraires above the tariff: always for the patient. */
  excessCents: cents,
});

export type ChargeLine = z.output<typeof chargeLine>;

export const splitView = z.object({
  totalCents: cents,
  /** What each owes the practice by the third-party payment chosen; the three add up to the total, exactly. */
  amoCents: cents,
  amcCents: cents,
  patientCents: cents,
  /** What the caisse pays back later to the patient (estimate); nothing when it pays the practice. */
  paidBackCents: cents,
  /** Kept by the caisse on what it pays back, now or later: never asked at the desk. */
  participationCents: cents,
});
export type SplitView = z.output<typeof splitView>;

/** An earlier invoice of the patient, the latest first. */
export const accountLine = z.object({
  invoiceId: id,
  number: z.string(),
  issuedOn: localDay,
  practitionerId: id,
  patientCents: cents,
  methods: z.array(z.enum(paymentMethods)),
  outstandingCents: cents,
});

export const chargeView = z.object({
  appointmentId: id,
  patient: z.object({ id, usedName: z.string(), firstName: z.string(), birthDate: localDay }),
  practitionerId: id,
  day: localDay,
  seenAt: instant.nullable(),
  thirdParty: z.enum(thirdParties),
  complementaryName: z.string(),
  longTermIllness: z.boolean(),
  lines: z.array(chargeLine),
  split: splitView,
  /** Acts most used with this motif: one key each. */
  favourites: z.array(z.string()),
  /** What the patient owes from before, and her last invoices, five at most. */
  earlierOutstandingCents: cents,
  earlierInvoices: z.array(accountLine),
  version,
});
export type ChargeView = z.output<typeof chargeView>;

export const tillView = z.object({
  day: localDay,
  /** Visits of the day, and those left from earlier days, which come first. */
  toCollect: z.array(
    z.object({
      appointmentId: id,
      day: localDay,
      patientName: z.string(),
      patientFirstName: z.string(),
      practitionerId: id,
      seenAt: instant.nullable(),
      dueCents: cents,
      thirdParty: z.enum(thirdParties),
    }),
  ),
  settled: z.array(
    z.object({
      invoiceId: id,
      number: z.string(),
      patientName: z.string(),
      patientFirstName: z.string(),
      methods: z.array(z.enum(paymentMethods)),
      paidCents: cents,
      outstandingCents: cents,
      issuedAt: instant,
    }),
  ),
  collectedCents: cents,
  byMethod: z.array(z.object({ method: z.enum(paymentMethods), cents })),
});
export type TillView = z.output<typeof tillView>;

export const readTill = defineEndpoint('billing.read_till', {
  method: 'GET',
  path: '/practices/{practiceId}/till/{day}',
  summary: 'Who has to pay, who has paid, and how, on a day',
  access: 'billing.charge',
  params: practiceParams.extend({ day: localDay }),
  response: tillView,
});

const chargeParams = practiceParams.extend({ appointmentId: id });

export const readCharge = defineEndpoint('billing.read_charge', {
  method: 'GET',
  path: '/practices/{practiceId}/appointments/{appointmentId}/charge',
  summary: "The draft of a visit's invoice, with who pays what",
  access: 'billing.charge',
  params: chargeParams,
  response: chargeView,
  errors: ['charge.already_issued'],
});

export const editCharge = defineEndpoint('billing.edit_charge', {
  method: 'PUT',
  path: '/practices/{practiceId}/appointments/{appointmentId}/charge',
  summary: 'Change the acts or the third-party payment of a draft',
  access: 'billing.charge',
  versioned: true,
  params: chargeParams,
  body: z.object({
    lines: z.array(z.object({ code: line(12).min(1), quantity: z.int().min(1).max(20) })).max(20),
    thirdParty: z.enum(thirdParties),
  }),
  response: chargeView,
  errors: ['charge.already_issued', 'charge.unknown_act', 'appointment.transition_refused', 'version.stale'],
});

export const paymentForm = z.object({
  method: z.enum(paymentMethods),
  cents: cents.min(1),
  /** Cash handed over, for the change. */
  givenCents: cents.nullable().default(null),
  chequeNumber: line(20).default(''),
  chequeBank: line(60).default(''),
});
export type PaymentForm = z.output<typeof paymentForm>;

export const invoiceView = z.object({
  id,
  number: z.string(),
  issuedAt: instant,
  totalCents: cents,
  amoCents: cents,
  amcCents: cents,
  patientCents: cents,
  paidCents: cents,
  outstandingCents: cents,
  changeCents: cents,
});
export type InvoiceView = z.output<typeof invoiceView>;

export const issueInvoice = defineEndpoint('billing.issue_invoice', {
  method: 'POST',
  path: '/practices/{practiceId}/appointments/{appointmentId}/invoice',
  summary: "Issue the visit's invoice with its payments; the number is given by the commit, nothing issued changes",
  access: 'billing.charge',
  idempotent: true,
  versioned: true,
  params: chargeParams,
  body: z.object({
    payments: z.array(paymentForm).max(6),
    /** Required when something stays due. */
    outstandingReason: line(200).default(''),
  }),
  response: invoiceView,
  status: 201,
  errors: [
    'charge.already_issued',
    'charge.empty',
    'payment.exceeds_due',
    'payment.outstanding_reason_required',
    'payment.given_too_little',
    'appointment.transition_refused',
    'version.stale',
  ],
});

export const readReceipt = defineEndpoint('billing.read_receipt', {
  method: 'GET',
  path: '/practices/{practiceId}/invoices/{invoiceId}/receipt.pdf',
  summary: 'The receipt, as a PDF',
  access: 'billing.charge',
  audited: 'invoice.open_receipt',
  params: practiceParams.extend({ invoiceId: id }),
  response: { file: 'application/pdf' },
});

const month = z.string().regex(/^20[0-9]{2}-(0[1-9]|1[0-2])$/);
const monthParams = practiceParams.extend({ month });

export const summariseMonth = defineEndpoint('billing.summarise_month', {
  method: 'GET',
  path: '/practices/{practiceId}/exports/{month}',
  summary: "The month's totals, equal to the files' to the cent",
  access: 'billing.export',
  params: monthParams,
  response: z.object({
    month,
    invoiceCount: z.int(),
    invoicedCents: cents,
    amoCents: cents,
    amcCents: cents,
    patientCents: cents,
    paymentCount: z.int(),
    paidCents: cents,
    byMethod: z.array(z.object({ method: z.enum(paymentMethods), count: z.int(), cents })),
    byPractitioner: z.array(z.object({ practitionerName: z.string(), count: z.int(), cents })),
    outstandingCents: cents,
  }),
  errors: ['export.month_not_started'],
});

export const exportMonth = defineEndpoint('billing.export_month', {
  method: 'GET',
  path: '/practices/{practiceId}/exports/{month}/{file}',
  summary: "The month's invoices or payments as CSV (semicolon, decimal comma, BOM); patients by their number",
  access: 'billing.export',
  audited: 'billing.export',
  stepUpFor: ['admin'],
  params: monthParams.extend({ file: z.enum(['factures.csv', 'paiements.csv']) }),
  response: { file: 'text/csv; charset=utf-8' },
  errors: ['export.month_not_started'],
});
