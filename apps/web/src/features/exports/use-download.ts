import { exportMonth } from '@pupitre/shared/billing/billing.contract';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { useMutation } from '@tanstack/react-query';
import { callForFile } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';

export type MonthFile = InputOf<typeof exportMonth>['params']['file'];

/** Long enough for the browser to have taken the file. */
const KEPT_MS = 60_000;

async function download(practiceId: string, month: string, file: MonthFile): Promise<string> {
  const { blob, name } = await callForFile(exportMonth, { params: { practiceId, month, file } });
  const url = URL.createObjectURL(blob);
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
  const link = document.createElement('a');
  link.href = url;
  link.download = name || file;
  link.click();
  return link.download;
}

/** Downloads a file of the month; its name comes back once it was handed to the browser. */
export function useDownload(practiceId: string, month: string) {
  return useMutation({ mutationFn: (file: MonthFile) => download(practiceId, month, file) });
}

/** The server wants the password again before this act. */
export const needsPassword = (error: unknown): boolean =>
  error instanceof ApiProblem && error.code === 'session.step_up_required';
