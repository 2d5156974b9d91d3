import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useMaybeSession } from './session';

/** document.title: « Jour – lundi 2 mars – Maison de santé des Tilleuls ». Never a patient's name: titles are seen and kept. */
export function useScreenTitle(...parts: readonly string[]): void {
  const { practiceId } = useParams({ strict: false });
  const practice = useMaybeSession()?.memberships.find((held) => held.practiceId === practiceId);
  const title = [...parts, practice?.practiceName ?? 'Pupitre'].filter(Boolean).join(' – ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
