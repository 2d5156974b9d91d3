import { createStore, useStore } from '../../lib/store';

/** The visit whose cancellation is being asked: the key is pressed on the grid, the answer given in the panel. */
const cancelling = createStore<string | null>(null);

export const useCancelling = (): string | null => useStore(cancelling);
export const askCancel = (visitId: string): void => cancelling.set(visitId);
export const leaveCancel = (): void => cancelling.set(null);
