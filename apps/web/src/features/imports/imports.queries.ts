import type { ResponseOf } from '@pupitre/shared/contract/endpoint';
import { type ImportView, listImports, readImport, readImportLines } from '@pupitre/shared/import/import.contract';
import type { ImportState, ImportVerdict } from '@pupitre/shared/import/import-codes';
import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';

/** The server tells each step by a live event; this is for a line that was cut, and for the seconds that are left. */
const POLL_MS = 2_000;
const running: readonly ImportState[] = ['checking', 'committing', 'undoing'];

/** Something happens by itself: the screen only has to look. */
export const isRunning = (state: ImportState): boolean => running.includes(state);

export const importsQuery = (practiceId: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'imports', 'list'),
    queryFn: ({ signal }) => callApi(listImports, { params: { practiceId } }, signal),
    staleTime: 0,
  });

export const importQuery = (practiceId: string, importId: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'imports', importId),
    queryFn: ({ signal }) => callApi(readImport, { params: { practiceId, importId } }, signal),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data && isRunning(data.state) ? POLL_MS : false),
  });

export interface LineQuestion {
  readonly verdict: ImportVerdict | null;
  readonly undecided: boolean;
  readonly afterLine: number;
}
export type LinePage = ResponseOf<typeof readImportLines>;

export const PAGE_LINES = 100;

/**
 * A page of staged lines. Under a key of its own: each reading is written to the audit journal, so a live event of the
 * check must not read them again; `seen` tells when it must (`seenOf`).
 */
export const linesQuery = (practiceId: string, importId: string, question: LineQuestion, seen: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'import-lines', importId, question, seen),
    queryFn: ({ signal }) =>
      callApi(readImportLines, { params: { practiceId, importId }, body: { ...question, limit: PAGE_LINES } }, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Shows an import as the server just told it. */
export function placeImport(client: QueryClient, practiceId: string, view: ImportView): void {
  client.setQueryData(importQuery(practiceId, view.id).queryKey, view);
  void client.invalidateQueries({ queryKey: importsQuery(practiceId).queryKey });
}

/** The lines read before a new check, or a decision on many, are read again. */
export const rereadLines = (client: QueryClient, practiceId: string, importId: string): Promise<void> =>
  client.invalidateQueries({ queryKey: practiceKey(practiceId, 'import-lines', importId) });

/**
 * What makes a page be read again: a new check, and, while one goes on, more lines on a page that is not full.
 * @param available lines of the page that are staged by now.
 */
export const seenOf = ({ state, progress }: Pick<ImportView, 'state' | 'progress'>, available: number): string =>
  state === 'checked' ? `${progress?.at} all` : `${progress?.startedAt} ${available}`;
