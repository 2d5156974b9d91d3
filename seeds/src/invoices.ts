import { actCatalogue, actOn } from '@pupitre/shared/billing/act-catalogue';
import type { ChargeLine } from '@pupitre/shared/billing/billing.contract';
import { type PricedAct, splitCharge } from '@pupitre/shared/billing/charge-split';
import { type DraftLine, draftLines } from '@pupitre/shared/billing/draft-lines';
import { addDays, toLocal } from '@pupitre/shared/time/zone';
import type { ChargeRow, InvoiceRow, LineRow, PaymentRow } from './rows.js';
import { chequeBanks } from './streets.js';
import type { Visit } from './visit.js';
import type { World } from './world.js';

interface Bill extends ReturnType<typeof splitCharge> {
  readonly draft: readonly DraftLine[];
}

/** Every paper of the till: drafts of those who still have to pay, invoices in the order of their numbers, payments. */
export class Till {
  readonly charges: ChargeRow[] = [];
  readonly invoices: InvoiceRow[] = [];
  readonly lines: LineRow[] = [];
  readonly payments: PaymentRow[] = [];
  private readonly sequences = new Map<string, number>();
  /** Cents of participation kept back, by patient and year, and by patient, professional and day. */
  private readonly participation = new Map<string, number>();
  private readonly pricedOn = new Map<string, ReadonlySet<string>>();

  constructor(private readonly world: World) {}

  /** @param since local day before which nothing was invoiced here. */
  settle(visits: readonly Visit[], since: string): this {
    const over = visits.filter((visit) => ['done', 'to_collect'].includes(visit.status) && visit.day >= since);
    const inOrder = over.sort((a, b) => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1));
    for (const visit of inOrder) {
      const bill = this.bill(visit);
      if (!bill) continue;
      this.charges.push({
        appointment_id: visit.id,
        third_party: visit.patient.row.third_party,
        lines: bill.draft,
        due_cents: bill.split.patientCents,
      });
      if (visit.status === 'done') this.issue(visit, bill);
    }
    return this;
  }

  /** Last number of each series, as the counters hold it. */
  lastNumbers(): { readonly entityId: string; readonly year: number; readonly last: number }[] {
    return [...this.sequences].map(([series, last]) => {
      const [entityId = '', year = ''] = series.split(' ');
      return { entityId, year: Number(year), last };
    });
  }

  /** The draft as the end of the visit makes it, with the file's coverage; nothing when no act has a known price. */
  private bill(visit: Visit): Bill | undefined {
    const { row } = visit.patient;
    const { day } = visit;
    const draft = draftLines({ usualActs: visit.motif.acts, birthDate: row.birth_date, day, priced: this.priced(day) });
    const acts = draft.flatMap(({ code, quantity }): PricedAct[] => {
      const act = actOn(code, day, this.world.shape.tariffZone);
      return act ? [{ ...act, unitCents: act.priceCents, quantity }] : [];
    });
    if (acts.length === 0) return undefined;
    const { ofYear, ofDay } = participationKeys(visit);
    const priced = splitCharge(acts, {
      day,
      birthDate: row.birth_date,
      referringDoctor: row.referring_doctor,
      longTermIllness: row.long_term_illness,
      complementaryName: row.complementary_name,
      thirdParty: row.third_party,
      participationUsedDayCents: this.participation.get(ofDay) ?? 0,
      participationUsedYearCents: this.participation.get(ofYear) ?? 0,
    });
    return { draft, ...priced };
  }

  private issue(visit: Visit, { lines, split }: Bill): void {
    const { dice, shape } = this.world;
    const stamp = visit.done ?? visit.booked;
    const issuedOn = toLocal(stamp.at, shape.zone).day;
    const year = Number(issuedOn.slice(0, 4));
    const { practitionerId, billingEntityId } = visit.column;
    const invoiceId = dice.id(stamp.at);
    const outstanding = this.outstanding(visit, split.patientCents);
    for (const key of Object.values(participationKeys(visit))) {
      this.participation.set(key, (this.participation.get(key) ?? 0) + split.participationCents);
    }
    this.invoices.push({
      id: invoiceId,
      billing_entity_id: billingEntityId,
      practitioner_id: practitionerId,
      appointment_id: visit.id,
      patient_id: visit.patient.row.id,
      year,
      sequence: this.next(`${billingEntityId} ${year}`),
      issued_at: stamp.at.toISOString(),
      issued_on: issuedOn,
      visit_on: visit.day,
      third_party: visit.patient.row.third_party,
      total_cents: split.totalCents,
      amo_cents: split.amoCents,
      amc_cents: split.amcCents,
      patient_cents: split.patientCents,
      participation_cents: split.participationCents,
      paid_back_cents: split.paidBackCents,
      outstanding_reason: outstanding.reason,
      issued_by: stamp.by.id,
      issued_by_name: stamp.by.displayName,
    });
    this.lines.push(...lines.map((line, index) => lineRow(invoiceId, index + 1, line)));
    if (split.patientCents > outstanding.cents) this.pay(visit, invoiceId, split.patientCents - outstanding.cents);
  }

  private priced(day: string): ReadonlySet<string> {
    const known = this.pricedOn.get(day);
    if (known) return known;
    const zone = this.world.shape.tariffZone;
    const codes = new Set(actCatalogue.filter(({ code }) => actOn(code, day, zone)).map(({ code }) => code));
    this.pricedOn.set(day, codes);
    return codes;
  }

  private pay(visit: Visit, invoiceId: string, cents: number): void {
    const { dice, shape } = this.world;
    const stamp = visit.done ?? visit.booked;
    const method = paidAsShown[visit.day === this.world.day ? visit.patient.name : ''] ?? dice.weighted(methodWeights);
    const isCheque = method === 'cheque';
    this.payments.push({
      id: dice.id(stamp.at),
      invoice_id: invoiceId,
      method,
      cents,
      given_cents: method === 'cash' ? handedOver(cents) : null,
      cheque_number: isCheque ? dice.digits(7) : '',
      cheque_bank: isCheque ? dice.pick(chequeBanks) : '',
      received_at: stamp.at.toISOString(),
      received_on: toLocal(stamp.at, shape.zone).day,
      received_by: stamp.by.id,
    });
  }

  private outstanding(visit: Visit, due: number): { cents: number; reason: string } {
    const { dice, day } = this.world;
    if (due === 0 || visit.day === day) return { cents: 0, reason: '' };
    if (visit.patient.name === 'DUPONT Marie') {
      const isLatest = visit.day > addDays(day, -40);
      return isLatest ? { cents: Math.min(due, 1500), reason: 'N’avait que 15 €' } : { cents: 0, reason: '' };
    }
    if (visit.patient.keptApart || !dice.chance(0.03)) return { cents: 0, reason: '' };
    return { cents: dice.chance(0.75) ? due : Math.floor(due / 2), reason: dice.pick(outstandingReasons) };
  }

  private next(series: string): number {
    const sequence = (this.sequences.get(series) ?? 0) + 1;
    this.sequences.set(series, sequence);
    return sequence;
  }
}

const methodWeights = [
  ['card', 64],
  ['cheque', 18],
  ['cash', 14],
  ['transfer', 4],
] as const;

/** How the people of the till's picture paid this morning. */
const paidAsShown: Readonly<Record<string, PaymentRow['method']>> = {
  'FONTAINE Michel': 'card',
  'LEMAIRE Josiane': 'card',
  'NOWAK Piotr': 'cash',
  'DUMONT Basile': 'card',
  'HUBERT Laurence': 'cheque',
};

const outstandingReasons = [
  'Carte refusée par le terminal',
  'Moyen de paiement oublié',
  'Paiera à la prochaine visite',
  'Attend son virement',
] as const;

const notes = [500, 1000, 2000, 3000, 4000, 5000, 7000, 10_000] as const;

/** The banknotes that cover the sum. */
function handedOver(cents: number): number {
  return notes.find((note) => note >= cents) ?? Math.ceil(cents / 5000) * 5000;
}

function participationKeys({ patient, column, day }: Visit) {
  return { ofYear: `${patient.row.id} ${day.slice(0, 4)}`, ofDay: `${patient.row.id} ${column.practitionerId} ${day}` };
}

function lineRow(invoiceId: string, position: number, line: ChargeLine): LineRow {
  return {
    invoice_id: invoiceId,
    position,
    code: line.code,
    label: line.labelFr,
    quantity: line.quantity,
    unit_cents: line.unitCents,
    total_cents: line.totalCents,
    amo_cents: line.amoCents,
    amc_cents: line.amcCents,
    excess_cents: line.excessCents,
  };
}

function timeOf(visit: Visit): number {
  return (visit.done ?? visit.seen ?? visit.booked).at.getTime();
}
