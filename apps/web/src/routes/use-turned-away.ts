import { useEffect, useRef } from 'react';
import { useBookingDraft } from '../features/planning/booking-draft';
import { leaveWaiting } from '../features/waiting-list/waiting-store';

/** Whoever turns to a visit or to a booking leaves the waiting list's panel, which would hide it; its draft is kept. */
export function useTurnedAway(practiceId: string, visitId: string | undefined): void {
  const { asked, isOpen } = useBookingDraft(practiceId);
  const before = useRef({ visitId, asked });
  useEffect(() => {
    const { visitId: lastVisit, asked: lastAsked } = before.current;
    before.current = { visitId, asked };
    if ((visitId && visitId !== lastVisit) || (isOpen && asked !== lastAsked)) leaveWaiting();
  }, [visitId, asked, isOpen]);
}
