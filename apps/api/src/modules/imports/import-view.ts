import type { ImportCounts, ImportSummary, ImportView } from '@pupitre/shared/import/import.contract';
import { undoDays } from '@pupitre/shared/import/import-codes';
import type { ImportFile } from './import-file.repository.js';

const dayMs = 86_400_000;

export function countsOf({ counts }: Pick<ImportFile, 'counts'>): ImportCounts {
  const none = { create: 0, match: 0, filling: 0, doubtful: 0, refuse: 0 };
  return { ...none, ...counts, decided: { same: 0, create: 0, skip: 0, ...counts.decided } };
}

/** Until when a committed import may be taken back; null when that is over or was never possible. */
export function undoUntil(file: ImportFile, now: Date): Date | null {
  if (file.state !== 'committed' || !file.committedAt) return null;
  const until = new Date(file.committedAt.getTime() + undoDays * dayMs);
  return until > now ? until : null;
}

export function summaryOf(file: ImportFile, now: Date): ImportSummary {
  const { writtenCreated, writtenChanged } = file;
  return {
    id: file.id,
    kind: file.kind,
    fileName: file.fileName,
    bytes: file.bytes,
    state: file.state,
    failure: file.failure,
    createdAt: file.createdAt.toISOString(),
    createdByName: file.createdByName,
    committedAt: file.committedAt?.toISOString() ?? null,
    committedByName: file.committedByName,
    undoneAt: file.undoneAt?.toISOString() ?? null,
    undoneByName: file.undoneByName,
    counts: countsOf(file),
    written: writtenCreated === null ? null : { created: writtenCreated, changed: writtenChanged ?? 0 },
    undoUntil: undoUntil(file, now)?.toISOString() ?? null,
  };
}

export function viewOf(
  file: ImportFile,
  receivedParts: number[],
  missingFields: ImportView['missingFields'],
  now: Date,
): ImportView {
  const { checkStartedAt, checkProgressedAt } = file;
  return {
    ...summaryOf(file, now),
    receivedParts,
    encoding: file.encoding,
    delimiter: file.delimiter,
    columns: [...file.columns],
    mappingRemembered: file.mappingRemembered,
    missingFields,
    progress:
      checkStartedAt && checkProgressedAt
        ? {
            startedAt: checkStartedAt.toISOString(),
            at: checkProgressedAt.toISOString(),
            bytesRead: file.bytesRead,
            linesRead: file.linesRead,
            linesEstimated: file.linesEstimated,
          }
        : null,
  };
}
