/** An id, for this tab only: two tabs may stand in two practices. */
const STORAGE_KEY = 'pupitre.practice';

export function lastPractice(): string | null {
  try {
    return sessionStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

export function noteLastPractice(practiceId: string): void {
  try {
    sessionStorage.setItem(STORAGE_KEY, practiceId);
  } catch {
    // Storage refused: the next visit starts in the first practice.
  }
}
