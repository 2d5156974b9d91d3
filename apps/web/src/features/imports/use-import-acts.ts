import {
  cancelImport,
  checkImport,
  commitImport,
  decideImportLine,
  type ImportColumn,
  type ImportLine,
  type ImportView,
  mapImportColumns,
  undoImport,
} from '@pupitre/shared/import/import.contract';
import type { ImportDecision } from '@pupitre/shared/import/import-codes';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { practiceKey } from '../../lib/query-client';
import { importQuery, type LinePage, placeImport, rereadLines } from './imports.queries';

type ColumnChoice = Pick<ImportColumn, 'index' | 'field'>;
interface Decision {
  readonly line: number;
  readonly decision: ImportDecision | null;
}

/** The acts on an import. Each shows the server's answer; a state that changed meanwhile is read again. */
export function useImportActs(practiceId: string, importId: string) {
  const client = useQueryClient();
  const params = { practiceId, importId };
  const options = {
    onSuccess: (view: ImportView) => placeImport(client, practiceId, view),
    onError: (error: Error) => {
      if (error instanceof ApiProblem && error.code === 'import.wrong_state') {
        void client.invalidateQueries({ queryKey: importQuery(practiceId, importId).queryKey });
      }
    },
  };
  const checkedAgain = {
    ...options,
    onSuccess: (view: ImportView) => {
      void rereadLines(client, practiceId, importId);
      options.onSuccess(view);
    },
  };
  return {
    check: useMutation({ ...checkedAgain, mutationFn: () => callApi(checkImport, { params }) }),
    map: useMutation({
      ...checkedAgain,
      mutationFn: (columns: ColumnChoice[]) => callApi(mapImportColumns, { params, body: { columns } }),
    }),
    cancel: useMutation({ ...options, mutationFn: () => callApi(cancelImport, { params }) }),
    commit: useMutation({ ...options, mutationFn: () => callApi(commitImport, { params }) }),
    undo: useMutation({ ...options, mutationFn: () => callApi(undoImport, { params }) }),
    decide: useMutation({
      mutationFn: ({ line, decision }: Decision) =>
        callApi(decideImportLine, { params: { ...params, line: String(line) }, body: { decision } }),
      onSuccess: ({ line, counts }) => {
        client.setQueryData(importQuery(practiceId, importId).queryKey, (view) => view && { ...view, counts });
        placeLine(client, practiceId, importId, line);
      },
      onError: options.onError,
    }),
  };
}
export type ImportActs = ReturnType<typeof useImportActs>;

/** The decided line stays where the eyes are, on every page that holds it. */
function placeLine(client: QueryClient, practiceId: string, importId: string, line: ImportLine): void {
  client.setQueriesData<LinePage>({ queryKey: practiceKey(practiceId, 'import-lines', importId) }, (page) =>
    page ? { ...page, lines: page.lines.map((other) => (other.line === line.line ? line : other)) } : page,
  );
}
