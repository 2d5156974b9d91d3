import { maskPhone } from '@pupitre/shared/fr/phone';
import type { PlanLine } from '@pupitre/shared/planning/absence-plan.contract';
import { replacingOrder, replacingPriority, replacingState } from '@pupitre/shared/planning/replacing';
import { toInstant } from '@pupitre/shared/time/zone';
import type { KeptAbsence } from '../../practices/practices.public.js';
import type { HitRow, Place } from './rebooking.repository.js';

type Span = Pick<KeptAbsence, 'resourceId' | 'startsAt' | 'endsAt'>;

/** True while the visit stands on the time of the absence. */
export function isInTheWay(row: HitRow, { resourceId, startsAt, endsAt }: Span): boolean {
  const isUsed = row.resourceId === resourceId || row.companionIds.includes(resourceId);
  return isUsed && new Date(row.startsAt) < endsAt && new Date(row.endsAt) > startsAt;
}

/** The list in the order of the calls, as every desk shows it. */
export function planLines(rows: readonly HitRow[], absence: Span, zone: string, now: Date): PlanLine[] {
  const lines = rows.map((row) => planLine(row, absence, zone, now));
  return replacingOrder(
    lines.map((line) => ({ ...line, id: line.appointmentId })),
    now,
  ).map(({ id: _, ...line }) => line);
}

/** The hour of the visit is the one the absence met: where it was moved to does not change its turn. */
export function planLine(row: HitRow, absence: Span, zone: string, now: Date): PlanLine {
  const isMet = isInTheWay(row, absence);
  const state = replacingState(row.mark, row.status, isMet);
  const current: Place = { resourceId: row.resourceId, day: row.day, startMin: row.startMin };
  const from = (!isMet && row.from) || current;
  const startsAt = toInstant(from.day, from.startMin, zone) ?? new Date(row.startsAt);
  const visit = { status: row.status, urgent: row.urgent, startsAt: startsAt.toISOString() };
  const isOfMark = row.mark === state;
  return {
    ...visit,
    appointmentId: row.appointmentId,
    version: lineVersion(row),
    patient: row.patient,
    phoneMasked: row.phone && maskPhone(row.phone),
    motifId: row.motifId,
    durationMin: row.durationMin,
    priority: replacingPriority(visit, now),
    state,
    from,
    to: isMet || state !== 'rebooked' ? null : current,
    note: row.note ?? '',
    by: isOfMark ? row.by : null,
    at: isOfMark ? row.at : null,
  };
}

/** Raised by whatever happens to the visit or is noted about it. */
export function lineVersion({ visitVersion, markVersion }: HitRow): number {
  return visitVersion + markVersion;
}
