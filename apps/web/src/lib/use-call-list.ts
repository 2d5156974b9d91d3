import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useProblemSentence } from './problem-sentence';
import { showToast } from './toast';

interface Phones {
  readonly phones: readonly { readonly appointmentId: string; readonly phone: string | null }[];
}

/** Asks for the whole numbers, draws the list, prints it, and forgets the numbers. */
export function useCallList(read: () => Promise<Phones>) {
  const say = useProblemSentence();
  const [phones, setPhones] = useState<ReadonlyMap<string, string | null> | null>(null);
  const { mutate, isPending } = useMutation({
    mutationFn: read,
    gcTime: 0,
    onSuccess: (list) => {
      const held = document.activeElement;
      flushSync(() => setPhones(new Map(list.phones.map(({ appointmentId, phone }) => [appointmentId, phone]))));
      window.print();
      // The sheet hides what had the focus while it is printed.
      if (held instanceof HTMLElement && document.activeElement === document.body) held.focus({ preventScroll: true });
    },
    onError: (error) => showToast({ text: say(error).sentence }),
  });
  useEffect(() => {
    const end = () => setPhones(null);
    addEventListener('afterprint', end);
    return () => removeEventListener('afterprint', end);
  }, []);
  return { phones, print: () => mutate(), isPending };
}
