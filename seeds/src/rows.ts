import type { AppointmentStatus } from '@pupitre/shared/planning/appointment-status';

/** Rows as the tables hold them, without `practice_id`, which the writer adds. Instants are ISO strings. */
export interface PatientRow {
  readonly id: string;
  readonly number: number;
  readonly birth_name: string;
  readonly used_name: string;
  readonly first_name: string;
  readonly first_names: string;
  readonly sex: 'F' | 'M' | 'U';
  readonly birth_date: string;
  readonly birth_place_code: string | null;
  readonly phone: string | null;
  readonly without_phone: boolean;
  readonly email: string;
  readonly street: string;
  readonly postal_code: string;
  readonly commune_code: string | null;
  readonly heads_up: string;
  readonly team_note: string;
  readonly usual_practitioner_id: string | null;
  readonly referring_doctor: boolean;
  readonly long_term_illness: boolean;
  readonly third_party: 'none' | 'amo' | 'full';
  readonly complementary_name: string;
  readonly ins_status: 'provisional' | 'retrieved' | 'validated' | 'qualified';
  readonly created_by: string;
  readonly created_at: string;
}

export interface AppointmentRow {
  readonly id: string;
  readonly resource_id: string;
  readonly practitioner_id: string;
  readonly motif_id: string;
  readonly patient_id: string;
  readonly local_day: string;
  readonly start_min: number;
  readonly duration_min: number;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly status: AppointmentStatus;
  readonly urgent: boolean;
  readonly walk_in: boolean;
  readonly note: string;
  readonly source: 'desk' | 'phone';
  readonly confirmed_at: string | null;
  readonly arrived_at: string | null;
  readonly called_at: string | null;
  readonly seen_at: string | null;
  readonly done_at: string | null;
  readonly cancelled_at: string | null;
  readonly cancelled_by: 'patient' | 'practitioner' | 'error' | 'other' | null;
  readonly cancel_reason: string;
  readonly created_by: string;
  readonly created_at: string;
}

export interface EventRow {
  readonly id: string;
  readonly appointment_id: string;
  readonly at: string;
  readonly account_id: string;
  readonly actor_name: string;
  readonly kind: string;
  readonly details: Readonly<Record<string, string>>;
}

export interface InvoiceRow {
  readonly id: string;
  readonly billing_entity_id: string;
  readonly practitioner_id: string;
  readonly appointment_id: string;
  readonly patient_id: string;
  readonly year: number;
  readonly sequence: number;
  readonly issued_at: string;
  readonly issued_on: string;
  readonly visit_on: string;
  readonly third_party: 'none' | 'amo' | 'full';
  readonly total_cents: number;
  readonly amo_cents: number;
  readonly amc_cents: number;
  readonly patient_cents: number;
  readonly participation_cents: number;
  readonly paid_back_cents: number;
  readonly outstanding_reason: string;
  readonly issued_by: string;
  readonly issued_by_name: string;
}

export interface LineRow {
  readonly invoice_id: string;
  readonly position: number;
  readonly code: string;
  readonly label: string;
  readonly quantity: number;
  readonly unit_cents: number;
  readonly total_cents: number;
  readonly amo_cents: number;
  readonly amc_cents: number;
  readonly excess_cents: number;
}

export interface PaymentRow {
  readonly id: string;
  readonly invoice_id: string;
  readonly method: 'card' | 'cash' | 'cheque' | 'transfer';
  readonly cents: number;
  readonly given_cents: number | null;
  readonly cheque_number: string;
  readonly cheque_bank: string;
  readonly received_at: string;
  readonly received_on: string;
  readonly received_by: string;
}

export interface ChargeRow {
  readonly appointment_id: string;
  readonly third_party: 'none' | 'amo' | 'full';
  readonly lines: readonly { readonly code: string; readonly quantity: number }[];
  readonly due_cents: number;
}
