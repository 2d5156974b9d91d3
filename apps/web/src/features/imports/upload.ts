import { beginImport, checkImport, type ImportView, putImportPart } from '@pupitre/shared/import/import.contract';
import { type ImportKind, mostFileBytes, partBytes, partCount } from '@pupitre/shared/import/import-codes';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { createStore, useStore } from '../../lib/store';

/** A file on its way; kept outside the screen, so that another part of the settings does not stop it. */
export interface Upload {
  readonly practiceId: string;
  readonly file: File;
  /** Null until the server knows it. */
  readonly importId: string | null;
  readonly sent: number;
  /** What stopped it; the parts that arrived are kept. */
  readonly error: unknown;
}

const upload = createStore<Upload | null>(null);
export const useUpload = (): Upload | null => useStore(upload);
export const forgetUpload = (): void => upload.set(null);

const AT_ONCE = 2;
const TRIES = 3;
const PAUSE_MS = 1_500;

export const kindOf = ({ name }: Pick<File, 'name'>): ImportKind =>
  name.toLowerCase().endsWith('.ics') ? 'appointments' : 'patients';

/** Refused here before its first byte is sent, by the server's own limits. */
export function refusalOf({ size }: Pick<File, 'size'>): ApiProblem | null {
  if (size === 0) return new ApiProblem({ status: 422, code: 'import.file_empty' });
  if (size > mostFileBytes) return new ApiProblem({ status: 413, code: 'import.file_too_large' });
  return null;
}

const sha256Of = async (file: File): Promise<string | undefined> => {
  const digest = await crypto.subtle?.digest('SHA-256', await file.arrayBuffer());
  return digest && [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** Sends a new file, then asks for its check. Gives the import; throws what stopped it, which the screen also shows. */
export async function sendFile(
  practiceId: string,
  file: File,
  { idempotencyKey, onBegun }: { idempotencyKey: string; onBegun: (importId: string) => void },
): Promise<ImportView> {
  upload.set({ practiceId, file, importId: null, sent: 0, error: null });
  const known = await attempt(async () => {
    const sha256 = await sha256Of(file);
    const body = { kind: kindOf(file), fileName: file.name.slice(0, 200), bytes: file.size, sha256 };
    return callApi(beginImport, { params: { practiceId }, body, idempotencyKey });
  });
  onBegun(known.id);
  return await sendRest(practiceId, file, known);
}

/** Goes on with a file of which some parts arrived; the same file, chosen again after a reload. */
export async function sendRest(practiceId: string, file: File, known: ImportView): Promise<ImportView> {
  const params = { practiceId, importId: known.id };
  upload.set({ practiceId, file, importId: known.id, sent: sentBytes(file, known.receivedParts), error: null });
  return attempt(async () => {
    const waiting = Array.from({ length: partCount(file.size) }, (_, part) => part).filter(
      (part) => !known.receivedParts.includes(part),
    );
    const sendNext = async (): Promise<void> => {
      for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
        await sendPart(params, file, part);
        const now = upload.get();
        if (now) upload.set({ ...now, sent: Math.min(file.size, now.sent + lengthOf(file, part)) });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sendNext));
    const view = await callApi(checkImport, { params });
    forgetUpload();
    return view;
  });
}

async function sendPart(params: { practiceId: string; importId: string }, file: File, part: number): Promise<void> {
  const body = new Uint8Array(await file.slice(part * partBytes, (part + 1) * partBytes).arrayBuffer());
  for (let tries = 1; ; tries += 1) {
    try {
      await callApi(putImportPart, { params: { ...params, part: String(part) }, body });
      return;
    } catch (error) {
      const mayPass = error instanceof ApiProblem && error.isPassing;
      if (!mayPass || tries >= TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tries));
    }
  }
}

async function attempt<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const now = upload.get();
    if (now) upload.set({ ...now, error });
    throw error;
  }
}

const lengthOf = (file: File, part: number) => Math.min(partBytes, file.size - part * partBytes);
const sentBytes = (file: File, parts: readonly number[]) => parts.reduce((sum, part) => sum + lengthOf(file, part), 0);
