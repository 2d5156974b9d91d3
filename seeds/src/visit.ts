import type { AppointmentStatus } from '@pupitre/shared/planning/appointment-status';
import type { LocalDay } from '@pupitre/shared/time/zone';
import type { Patient } from './people.js';
import type { AppointmentRow, EventRow } from './rows.js';
import { type Account, type Column, instant, type Motif, type World } from './world.js';

/** Somebody's act at an instant. */
export interface Stamp {
  readonly at: Date;
  readonly by: Account;
}

/** A visit as it went, or as it is planned. */
export interface Visit {
  readonly id: string;
  readonly column: Column;
  readonly motif: Motif;
  readonly patient: Patient;
  readonly day: LocalDay;
  readonly startMin: number;
  readonly minutes: number;
  readonly status: AppointmentStatus;
  readonly note: string;
  readonly urgent: boolean;
  readonly walkIn: boolean;
  readonly source: 'desk' | 'phone';
  readonly booked: Stamp;
  readonly moved?: Stamp & { readonly fromDay: LocalDay; readonly fromMin: number };
  readonly confirmed?: Stamp;
  readonly arrived?: Stamp;
  readonly called?: Stamp;
  readonly seen?: Stamp;
  readonly done?: Stamp;
  readonly absent?: Stamp;
  readonly cancelled?: Stamp & {
    readonly side: 'patient' | 'practitioner' | 'error' | 'other';
    readonly reason: string;
  };
}

export function appointmentRow(visit: Visit, world: World): AppointmentRow {
  const starts = instant(visit.day, visit.startMin, world.shape.zone);
  const at = (stamp: Stamp | undefined) => stamp?.at.toISOString() ?? null;
  return {
    id: visit.id,
    resource_id: visit.column.resourceId,
    practitioner_id: visit.column.practitionerId,
    motif_id: visit.motif.id,
    patient_id: visit.patient.row.id,
    local_day: visit.day,
    start_min: visit.startMin,
    duration_min: visit.minutes,
    starts_at: starts.toISOString(),
    ends_at: after(starts, visit.minutes).toISOString(),
    status: visit.status,
    urgent: visit.urgent,
    walk_in: visit.walkIn,
    note: visit.note,
    source: visit.source,
    confirmed_at: at(visit.confirmed),
    arrived_at: at(visit.arrived),
    called_at: at(visit.called),
    seen_at: at(visit.seen),
    done_at: at(visit.done),
    cancelled_at: at(visit.cancelled),
    cancelled_by: visit.cancelled?.side ?? null,
    cancel_reason: visit.cancelled?.reason ?? '',
    created_by: visit.booked.by.id,
    created_at: visit.booked.at.toISOString(),
  };
}

/** The visit's journal, one line for each thing that happened to it. */
export function eventRows(visit: Visit, world: World): EventRow[] {
  const line = (kind: string, stamp: Stamp | undefined, details: EventRow['details'] = {}): EventRow[] =>
    stamp
      ? [
          {
            id: world.dice.id(stamp.at),
            appointment_id: visit.id,
            at: stamp.at.toISOString(),
            account_id: stamp.by.id,
            actor_name: stamp.by.displayName,
            kind,
            details,
          },
        ]
      : [];
  const { moved, cancelled, column } = visit;
  const isLate = cancelled && instant(visit.day, visit.startMin, world.shape.zone) < after(cancelled.at, 24 * 60);
  return [
    ...line('booked', visit.booked, {
      day: moved?.fromDay ?? visit.day,
      startMin: String(moved?.fromMin ?? visit.startMin),
      resourceId: column.resourceId,
    }),
    ...line('moved', moved, {
      fromDay: moved?.fromDay ?? '',
      fromMin: String(moved?.fromMin ?? ''),
      fromResourceId: column.resourceId,
      toDay: visit.day,
      toMin: String(visit.startMin),
      toResourceId: column.resourceId,
    }),
    ...line('confirmed', visit.confirmed),
    ...line('arrived', visit.arrived),
    ...line('called', visit.called),
    ...line('seen', visit.seen?.at === visit.done?.at ? undefined : visit.seen),
    ...line('done', visit.done),
    ...line('no_show', visit.absent),
    ...line('cancelled', cancelled, {
      by: cancelled?.side ?? '',
      late: String(isLate),
      ...(cancelled?.reason ? { reason: cancelled.reason } : {}),
    }),
  ];
}

/** A cancelled visit holds no place. */
export function claimRow(visit: Visit, row: AppointmentRow, world: World) {
  return {
    id: world.dice.id(visit.booked.at),
    resource_id: row.resource_id,
    appointment_id: row.id,
    kind: 'appointment',
    span: `[${row.starts_at},${row.ends_at})`,
    lane: 0,
  };
}

export function after(at: Date, minutes: number, seconds = 0): Date {
  return new Date(at.getTime() + minutes * 60_000 + seconds * 1000);
}
