import type { ImportView } from '@pupitre/shared/import/import.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { rereadLines } from './imports.queries';

/** Reads the lines again once a check is over: what was read while it went on may have been judged since. */
export function useFreshLines(practiceId: string, { id, state, progress, counts }: ImportView): void {
  const client = useQueryClient();
  const { create, match, doubtful, refuse } = counts;
  const judged = [state, progress?.at, create, match, doubtful, refuse].join(' ');
  const last = useRef(judged);
  useEffect(() => {
    if (last.current === judged) return;
    last.current = judged;
    if (state === 'checked') void rereadLines(client, practiceId, id);
  }, [client, practiceId, id, state, judged]);
}
