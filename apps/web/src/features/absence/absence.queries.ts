import {
  type LineProposals,
  listAbsencePlans,
  type PlanLine,
  previewAbsence,
  proposePlaces,
  readAbsencePlan,
} from '@pupitre/shared/planning/absence-plan.contract';
import type { AbsenceForm } from '@pupitre/shared/practices/practice.contract';
import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';

/** A visit's event names the visit, never the absence: these keys must not look like one id among others. */
const named = (absenceId: string) => `of:${absenceId}`;

export const plansQuery = (practiceId: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'absence-plan', 'plans'),
    queryFn: ({ signal }) => callApi(listAbsencePlans, { params: { practiceId } }, signal),
  });

export const planQuery = (practiceId: string, absenceId: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'absence-plan', 'plan', named(absenceId)),
    queryFn: ({ signal }) => callApi(readAbsencePlan, { params: { practiceId, absenceId } }, signal),
  });

const proposalsKey = (practiceId: string, absenceId: string) =>
  practiceKey(practiceId, 'absence-plan', 'proposals', named(absenceId));

/** Places shown stay where they are while they are free: each reading tells the server what stands on the screen. */
export const proposalsQuery = (practiceId: string, absenceId: string) =>
  queryOptions({
    queryKey: proposalsKey(practiceId, absenceId),
    queryFn: ({ signal, client }) => {
      const shown = client.getQueryData<{ lines: LineProposals[] }>(proposalsKey(practiceId, absenceId))?.lines ?? [];
      return callApi(proposePlaces, { params: { practiceId, absenceId }, body: { shown } }, signal);
    },
    placeholderData: keepPreviousData,
  });

export const previewQuery = (practiceId: string, form: AbsenceForm | null) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'absence-plan', 'preview', JSON.stringify(form)),
    queryFn: ({ signal }) => {
      if (!form) throw new TypeError('no absence to look at');
      return callApi(previewAbsence, { params: { practiceId }, body: form }, signal);
    },
    enabled: form !== null,
    placeholderData: keepPreviousData,
  });

/** Puts a line the server just answered with in its place. */
export function placeLine(client: QueryClient, practiceId: string, absenceId: string, line: PlanLine): void {
  client.setQueryData(
    planQuery(practiceId, absenceId).queryKey,
    (plan) =>
      plan && {
        ...plan,
        lines: plan.lines.map((one) => (one.appointmentId === line.appointmentId ? line : one)),
      },
  );
}

/** Replaces what is offered for one visit: its place had gone. */
export function placeProposals(client: QueryClient, practiceId: string, absenceId: string, fresh: LineProposals): void {
  client.setQueryData(
    proposalsQuery(practiceId, absenceId).queryKey,
    (held) => held && { lines: held.lines.map((line) => (line.appointmentId === fresh.appointmentId ? fresh : line)) },
  );
}

export function rereadPlan(client: QueryClient, practiceId: string): Promise<void> {
  return client.invalidateQueries({ queryKey: practiceKey(practiceId, 'absence-plan') });
}
