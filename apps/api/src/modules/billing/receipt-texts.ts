import { formatInvoiceNumber } from '@pupitre/shared/billing/invoice-number';
import { formatsFor } from '@pupitre/shared/formats/formats';
import { afterwardsOf, civilityOf, professionWords, receiptWords as words } from '@pupitre/shared/fr/receipt-words';
import { noBreak } from '@pupitre/shared/fr/typography';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { todayIn } from '@pupitre/shared/time/zone';
import type { ReceiptFacts, ReceiptLine } from './receipt.repository.js';

const french = formatsFor('fr');

export interface Printing {
  readonly now: Date;
  readonly byName: string;
}

/** Everything the receipt says, in the order it says it; the layout only places it. */
export function receiptTexts(facts: ReceiptFacts, { now, byName }: Printing) {
  const { practice, patient, invoice, payments } = facts;
  const { zone } = practice;
  const paidCents = payments.reduce((total, { cents }) => total + cents, 0);
  const visitedOn = invoice.visitOn === invoice.issuedOn ? null : dayInFull(invoice.visitOn);
  const today = todayIn(zone, now);
  return {
    practitioner: practitionerLines(facts),
    patient: patientLines(facts),
    number: words.title(formatInvoiceNumber(invoice.year, invoice.sequence)),
    subtitle: words.invoiceOf(french.dateLong(invoice.issuedOn), visitedOn),
    received: {
      amount: french.euros(paidCents),
      label: invoice.patientCents === 0 ? words.nothingDue : words.received,
    },
    payments: paymentLines(facts, payments.length > 1),
    table: tableOf(facts),
    whoPays: whoPays(facts, paidCents),
    afterwards: afterwardsOf(
      invoice.thirdParty,
      patient.complementaryName,
      invoice.paidBackCents > 0 ? french.euros(invoice.paidBackCents) : null,
    ),
    next: nextVisit(facts),
    made: [words.madeAt(practice.city, dayInFull(invoice.issuedOn)), words.handedBy(invoice.issuedByName)],
    printed: words.printedBy(byName, french.dateLong(today), french.timeOfInstant(now, zone)),
  };
}

export type ReceiptTexts = ReturnType<typeof receiptTexts>;

function practitionerLines({ practitioner, practice }: ReceiptFacts) {
  return {
    name: [practitioner.title === 'dr' ? 'Dr' : '', practitioner.firstName, practitioner.lastName]
      .filter(Boolean)
      .join(' '),
    lines: [
      professionWords[practitioner.profession],
      practice.name,
      `${practice.street}, ${practice.postalCode} ${practice.city}`,
      ...(practice.phone ? [french.phone(practice.phone)] : []),
      ...(practitioner.rpps ? [`RPPS ${practitioner.rpps.replace(/^(\d{2})(\d{5})(\d{4})$/, glued)}`] : []),
      ...(practitioner.siren ? [`SIREN ${practitioner.siren.replace(/^(\d{3})(\d{3})(\d{3})$/, glued)}`] : []),
    ],
  };
}

function patientLines({ patient }: ReceiptFacts) {
  return {
    name: [civilityOf(patient.sex), patient.firstName, patient.usedName].filter(Boolean).join(' '),
    address: [patient.street, `${patient.postalCode} ${patient.city}`.trim()].filter(Boolean),
    identity: [words.born(patient.sex, dayInFull(patient.birthDate)), words.file(french.integer(patient.number))],
  };
}

function paymentLines({ payments, practice }: ReceiptFacts, withAmounts: boolean): string[] {
  return payments.flatMap(({ method, cents, givenCents, receivedAt }) => {
    const at = new Date(receivedAt);
    const on = dayInFull(todayIn(practice.zone, at));
    const paid = words.paidBy(method, on, french.timeOfInstant(at, practice.zone));
    const back =
      givenCents !== null && givenCents > cents
        ? [words.givenAndBack(french.euros(givenCents), french.euros(givenCents - cents))]
        : [];
    return [withAmounts ? `${french.euros(cents)} ${paid}` : paid, ...back];
  });
}

/** A column for each payer that pays the practice; the patient always has hers. */
function tableOf({ invoice, lines }: ReceiptFacts) {
  const amoOf = (line: ReceiptLine) => (invoice.thirdParty === 'none' ? 0 : line.amoCents);
  const amcOf = (line: ReceiptLine) => (invoice.thirdParty === 'full' ? line.amcCents : 0);
  const columns = [
    { head: words.amount, total: invoice.totalCents, of: (line: ReceiptLine) => line.totalCents },
    { head: words.amo, total: invoice.amoCents, of: amoOf },
    { head: words.amc, total: invoice.amcCents, of: amcOf },
    {
      head: words.patient,
      total: invoice.patientCents,
      of: (line: ReceiptLine) => line.totalCents - amoOf(line) - amcOf(line),
    },
  ].filter(({ head, total }) => head === words.amount || head === words.patient || total > 0);
  return {
    heads: [words.code, words.act, words.quantity, ...columns.map(({ head }) => head)],
    rows: lines.map((line) => [
      line.code,
      line.label,
      line.quantity === 1 ? '1' : `${line.quantity}${noBreak}×${noBreak}${french.euros(line.unitCents)}`,
      ...columns.map((column) => french.euros(column.of(line))),
    ]),
    totals: columns.map(({ total }) => french.euros(total)),
  };
}

function whoPays({ invoice, patient }: ReceiptFacts, paidCents: number): [string, string][] {
  const payers: [string, number][] = [
    [words.amoThirdParty, invoice.amoCents],
    [words.amcThirdParty(patient.complementaryName), invoice.amcCents],
  ];
  const payer = [civilityOf(patient.sex), patient.usedName].filter(Boolean).join(' ');
  return [
    ...payers.filter(([, cents]) => cents > 0),
    [words.paidHere(payer), paidCents] as const,
    [words.outstanding, invoice.patientCents - paidCents] as const,
  ].map(([label, cents]) => [label, french.euros(cents)]);
}

function nextVisit({ next }: ReceiptFacts) {
  if (!next) return null;
  return {
    label: words.next,
    when: words.at(french.dateLong(next.day), french.timeOfMinutes(next.startMin)),
    rest: words.nextWith(next.practitionerName),
  };
}

/** '2 mars 2026'. */
function dayInFull(day: LocalDay): string {
  return `${french.dateOfMonth(day)} ${day.slice(0, 4)}`;
}

function glued(_: string, ...groups: string[]): string {
  return groups.slice(0, 3).join(noBreak);
}
