import type { PatientIdentity } from '@pupitre/shared/patients/patient.contract';
import { createStore, useStore } from '../../lib/store';

const MOST = 8;
export type RecentFile = Pick<PatientIdentity, 'id' | 'usedName' | 'birthName' | 'firstName' | 'sex' | 'birthDate'>;

/** In memory only, of one person in one practice: nothing of it is left when the page closes. */
const opened = createStore<{ owner: string; files: readonly RecentFile[] }>({ owner: '', files: [] });

export function noteOpened(owner: string, { id, usedName, birthName, firstName, sex, birthDate }: RecentFile): void {
  const held = opened.get().owner === owner ? opened.get().files : [];
  const others = held.filter((file) => file.id !== id);
  opened.set({ owner, files: [{ id, usedName, birthName, firstName, sex, birthDate }, ...others].slice(0, MOST) });
}

export function useRecentFiles(owner: string): readonly RecentFile[] {
  const held = useStore(opened);
  return held.owner === owner ? held.files : [];
}
