import type { InputOf, RequestOf, ResponseOf } from '@pupitre/shared/contract/endpoint';
import {
  chooseAgendaImport,
  decideImportVisit,
  readAgendaImport,
  readImportVisits,
} from '@pupitre/shared/import/agenda/agenda-import.contract';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { practiceKey } from '../../lib/query-client';
import { importQuery, type LineQuestion, PAGE_LINES, rereadLines } from './imports.queries';

const NOT_YET_TRIES = 20;
const NOT_YET_MS = 500;

export const agendaQuery = (practiceId: string, importId: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'imports', importId, 'agenda'),
    queryFn: ({ signal }) => callApi(readAgendaImport, { params: { practiceId, importId } }, signal),
    staleTime: 0,
    // The check may not have come that far.
    retry: (failures, error) =>
      failures < NOT_YET_TRIES && error instanceof ApiProblem && error.code === 'import.wrong_state',
    retryDelay: NOT_YET_MS,
  });

type VisitPage = ResponseOf<typeof readImportVisits>;

/** A page of staged visits; kept apart from the live events for the reason `linesQuery` tells. */
export const visitsQuery = (practiceId: string, importId: string, question: LineQuestion, seen: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'import-lines', importId, question, seen),
    queryFn: ({ signal }) =>
      callApi(readImportVisits, { params: { practiceId, importId }, body: { ...question, limit: PAGE_LINES } }, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });

export type AgendaChoice = RequestOf<typeof chooseAgendaImport>['body'];
export type VisitAnswer = InputOf<typeof decideImportVisit>['body'] & { readonly line: number };

/** Where the calendars go, checked again at once; and the decision of one doubtful visit, or of all those alike. */
export function useAgendaActs(practiceId: string, importId: string) {
  const client = useQueryClient();
  const params = { practiceId, importId };
  const rereadImport = () => client.invalidateQueries({ queryKey: importQuery(practiceId, importId).queryKey });
  return {
    choose: useMutation({
      mutationFn: (body: AgendaChoice) => callApi(chooseAgendaImport, { params, body }),
      onSuccess: (agenda) => {
        client.setQueryData(agendaQuery(practiceId, importId).queryKey, agenda);
        void rereadLines(client, practiceId, importId);
        return rereadImport();
      },
    }),
    decide: useMutation({
      mutationFn: ({ line, ...body }: VisitAnswer) =>
        callApi(decideImportVisit, { params: { ...params, line: String(line) }, body }),
      onSuccess: ({ visit, decided }) => {
        client.setQueriesData<VisitPage>({ queryKey: practiceKey(practiceId, 'import-lines', importId) }, (page) =>
          page ? { ...page, visits: page.visits.map((other) => (other.line === visit.line ? visit : other)) } : page,
        );
        // Others were decided by the same words: their lines are read again.
        if (decided > 1) void rereadLines(client, practiceId, importId);
        void client.invalidateQueries({ queryKey: agendaQuery(practiceId, importId).queryKey });
        return rereadImport();
      },
    }),
  };
}
export type AgendaActs = ReturnType<typeof useAgendaActs>;
