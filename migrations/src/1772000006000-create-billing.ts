import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openReferenceTable, protectTenantTable } from './sql/protect-tenant-table.js';

/** Dated tariffs, drafts of visits, and what is issued: invoices, lines, payments, which nobody can change. */
export class CreateBilling1772000006000 implements MigrationInterface {
  readonly name = 'CreateBilling1772000006000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table act (
        code text not null,
        zone text not null,
        valid_from date not null,
        valid_to date,
        nomenclature text not null check (nomenclature in ('NGAP', 'CCAM')),
        label_fr text not null,
        label_en text not null,
        short text not null,
        price_cents int not null check (price_cents >= 0),
        counts_for_participation boolean not null,
        source text not null,
        mark text not null,
        primary key (code, zone, valid_from)
      );

      create table billing_entity (
        practice_id uuid not null,
        id uuid not null,
        practitioner_id uuid not null,
        name text not null,
        siren text not null,
        primary key (practice_id, id),
        foreign key (practice_id, practitioner_id) references practitioner (practice_id, id),
        constraint billing_entity_one_per_practitioner unique (practice_id, practitioner_id)
      );

      create table charge (
        practice_id uuid not null,
        appointment_id uuid not null,
        third_party text not null check (third_party in ('none', 'amo', 'full')),
        -- [{ code, quantity }]: prices are read from the tariff of the visit's day, never stored in a draft.
        lines jsonb not null default '[]',
        -- What the patient owes with these lines, kept for the waiting room and the till.
        due_cents int not null default 0,
        version int not null default 1,
        primary key (practice_id, appointment_id),
        foreign key (practice_id, appointment_id) references appointment (practice_id, id)
      );

      create table invoice (
        practice_id uuid not null,
        id uuid not null,
        billing_entity_id uuid not null,
        practitioner_id uuid not null,
        appointment_id uuid not null,
        patient_id uuid not null,
        year smallint not null,
        sequence int not null check (sequence > 0),
        issued_at timestamptz not null,
        issued_on date not null,
        visit_on date not null,
        third_party text not null,
        total_cents int not null check (total_cents >= 0),
        amo_cents int not null check (amo_cents >= 0),
        amc_cents int not null check (amc_cents >= 0),
        patient_cents int not null check (patient_cents >= 0),
        participation_cents int not null check (participation_cents >= 0),
        paid_back_cents int not null,
        outstanding_reason text not null default '',
        issued_by uuid not null,
        issued_by_name text not null,
        primary key (practice_id, id),
        foreign key (practice_id, billing_entity_id) references billing_entity (practice_id, id),
        foreign key (practice_id, practitioner_id) references practitioner (practice_id, id),
        foreign key (practice_id, appointment_id) references appointment (practice_id, id),
        foreign key (practice_id, patient_id) references patient (practice_id, id),
        constraint invoice_number_taken unique (practice_id, billing_entity_id, year, sequence),
        constraint invoice_one_per_visit unique (practice_id, appointment_id),
        constraint invoice_parts_add_up check (amo_cents + amc_cents + patient_cents = total_cents)
      );
      create index invoice_issued_on on invoice (practice_id, issued_on);
      create index invoice_patient on invoice (practice_id, patient_id, issued_at desc);

      create table invoice_line (
        practice_id uuid not null,
        invoice_id uuid not null,
        position smallint not null,
        code text not null,
        label text not null,
        quantity smallint not null,
        unit_cents int not null,
        total_cents int not null,
        amo_cents int not null,
        amc_cents int not null,
        excess_cents int not null,
        primary key (practice_id, invoice_id, position),
        foreign key (practice_id, invoice_id) references invoice (practice_id, id)
      );

      create table payment (
        practice_id uuid not null,
        id uuid not null,
        invoice_id uuid not null,
        method text not null check (method in ('card', 'cash', 'cheque', 'transfer')),
        cents int not null check (cents > 0),
        given_cents int check (given_cents is null or given_cents >= cents),
        cheque_number text not null default '',
        cheque_bank text not null default '',
        received_at timestamptz not null,
        received_on date not null,
        received_by uuid not null,
        primary key (practice_id, id),
        foreign key (practice_id, invoice_id) references invoice (practice_id, id)
      );
      create index payment_invoice on payment (practice_id, invoice_id);
      create index payment_received_on on payment (practice_id, received_on);
    `);
    await db.query(openReferenceTable('act'));
    await db.query(protectTenantTable('billing_entity', 'read-only'));
    await db.query(protectTenantTable('charge'));
    for (const table of ['invoice', 'invoice_line', 'payment']) {
      await db.query(protectTenantTable(table, 'append-only'));
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table payment, invoice_line, invoice, charge, billing_entity, act');
  }
}
