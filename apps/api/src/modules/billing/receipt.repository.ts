import { Injectable } from '@nestjs/common';
import type { Profession } from '@pupitre/shared/billing/act-row';
import type { PaymentMethod } from '@pupitre/shared/billing/billing.contract';
import type { ThirdParty } from '@pupitre/shared/billing/split';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';

export interface ReceiptFacts {
  readonly practice: {
    readonly name: string;
    readonly street: string;
    readonly postalCode: string;
    readonly city: string;
    readonly phone: string;
    readonly zone: string;
  };
  readonly practitioner: {
    readonly title: 'dr' | 'none';
    readonly firstName: string;
    readonly lastName: string;
    readonly profession: Profession;
    readonly rpps: string;
    readonly siren: string;
  };
  readonly patient: {
    readonly id: string;
    readonly number: number;
    readonly sex: 'F' | 'M' | 'U';
    readonly usedName: string;
    readonly firstName: string;
    readonly birthDate: LocalDay;
    readonly street: string;
    readonly postalCode: string;
    readonly city: string;
    readonly complementaryName: string;
  };
  readonly invoice: {
    readonly id: string;
    readonly year: number;
    readonly sequence: number;
    readonly issuedOn: LocalDay;
    readonly issuedByName: string;
    readonly visitOn: LocalDay;
    readonly thirdParty: ThirdParty;
    readonly totalCents: number;
    readonly amoCents: number;
    readonly amcCents: number;
    readonly patientCents: number;
    readonly paidBackCents: number;
  };
  readonly lines: readonly ReceiptLine[];
  readonly payments: readonly {
    readonly method: PaymentMethod;
    readonly cents: number;
    readonly givenCents: number | null;
    readonly receivedAt: string;
  }[];
  /** The patient's next visit, as the receipt reminds of it. */
  readonly next: { readonly day: LocalDay; readonly startMin: number; readonly practitionerName: string } | null;
}

export interface ReceiptLine {
  readonly code: string;
  readonly label: string;
  readonly quantity: number;
  readonly unitCents: number;
  readonly totalCents: number;
  readonly amoCents: number;
  readonly amcCents: number;
}

/** 'Dr MARTIN', 'Julie BRUN'. */
const shortName = `concat_ws(' ', case of_next.title when 'dr' then 'Dr' else of_next.first_name end, of_next.last_name)`;

const receiptJson = `json_build_object(
  'practice', json_build_object('name', practice.name, 'street', site.street, 'postalCode', site.postal_code,
    'city', site.city, 'phone', practice.phone, 'zone', practice.zone),
  'practitioner', json_build_object('title', pr.title, 'firstName', pr.first_name, 'lastName', pr.last_name,
    'profession', pr.profession, 'rpps', pr.rpps, 'siren', be.siren),
  'patient', json_build_object('id', p.id, 'number', p.number, 'sex', p.sex, 'usedName', p.used_name,
    'firstName', p.first_name, 'birthDate', p.birth_date, 'street', p.street, 'postalCode', p.postal_code,
    'city', coalesce(commune.name, ''), 'complementaryName', p.complementary_name),
  'invoice', json_build_object('id', i.id, 'year', i.year, 'sequence', i.sequence, 'issuedOn', i.issued_on,
    'issuedByName', i.issued_by_name, 'visitOn', i.visit_on, 'thirdParty', i.third_party,
    'totalCents', i.total_cents, 'amoCents', i.amo_cents, 'amcCents', i.amc_cents, 'patientCents', i.patient_cents,
    'paidBackCents', i.paid_back_cents),
  'lines', (select json_agg(json_build_object('code', code, 'label', label, 'quantity', quantity,
      'unitCents', unit_cents, 'totalCents', total_cents, 'amoCents', amo_cents, 'amcCents', amc_cents) order by position)
    from invoice_line l where l.practice_id = $1 and l.invoice_id = i.id),
  'payments', (select coalesce(json_agg(json_build_object('method', method, 'cents', cents,
      'givenCents', given_cents, 'receivedAt', received_at) order by pay.id), '[]')
    from payment pay where pay.practice_id = $1 and pay.invoice_id = i.id),
  'next', (select json_build_object('day', n.local_day, 'startMin', n.start_min, 'practitionerName', ${shortName})
    from appointment n
    join practitioner of_next on of_next.practice_id = $1 and of_next.id = n.practitioner_id
   where n.practice_id = $1 and n.patient_id = i.patient_id and n.starts_at > $3
     and n.status in ('booked', 'confirmed')
   order by n.starts_at limit 1))`;

@Injectable()
export class ReceiptRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async get(invoiceId: string, now: Date): Promise<ReceiptFacts> {
    const { manager, practiceId } = this.unitOfWork;
    const [row] = await manager.query<{ receipt: ReceiptFacts }[]>(
      `select ${receiptJson} as receipt
         from invoice i
         join practice on practice.practice_id = $1
         join appointment a on a.practice_id = $1 and a.id = i.appointment_id
         join resource r on r.practice_id = $1 and r.id = a.resource_id
         join site on site.practice_id = $1 and site.id = r.site_id
         join practitioner pr on pr.practice_id = $1 and pr.id = i.practitioner_id
         join billing_entity be on be.practice_id = $1 and be.id = i.billing_entity_id
         join patient p on p.practice_id = $1 and p.id = i.patient_id
         left join commune on commune.code = p.commune_code
        where i.practice_id = $1 and i.id = $2`,
      [practiceId, invoiceId, now],
    );
    if (!row) throw new DomainError('resource.not_found');
    return row.receipt;
  }
}
