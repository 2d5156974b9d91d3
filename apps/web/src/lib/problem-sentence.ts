import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, type ProblemCode } from './api-problem';

export interface ProblemSentence {
  code: ProblemCode;
  /** What happened and what to do, in the person's language. */
  sentence: string;
  /** Code to give to support; only for failures of ours. */
  support: string | undefined;
}

/** Only plain values may enter a sentence; a wait is told in whole minutes. */
function valuesOf(details: Readonly<Record<string, unknown>>): Record<string, string | number> {
  const { retryAfterSeconds } = details;
  const plain = Object.entries(details).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  const values: Record<string, string | number> = Object.fromEntries(plain);
  if (typeof retryAfterSeconds === 'number') values.count = Math.ceil(retryAfterSeconds / 60);
  return values;
}

/** Gives the function that says any caught error in plain words. */
export function useProblemSentence(): (error: unknown) => ProblemSentence {
  const { t } = useTranslation('errors');
  return useCallback(
    (error) => {
      if (!(error instanceof ApiProblem)) {
        return { code: 'server.failed', sentence: t('screen.failed'), support: undefined };
      }
      const sentence = t(error.code, valuesOf(error.details));
      const support =
        error.status >= 500 || error.code === 'response.unreadable' ? error.errorId?.slice(0, 8) : undefined;
      return { code: error.code, sentence, support };
    },
    [t],
  );
}

/** Faults of a 422 by the path of the field (`body.birthDate` → `birthDate`), for `fault` of the inputs. */
export function fieldFaults(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ApiProblem) || error.code !== 'request.invalid') return {};
  const { issues } = error.details as { issues?: readonly { path: string; code: string }[] };
  return Object.fromEntries((issues ?? []).map(({ path, code }) => [path.replace(/^body\./, ''), code]));
}
