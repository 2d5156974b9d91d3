import type { AppointmentRequest } from '@pupitre/shared/planning/appointment.contract';
import { createStore, useStore } from '../../lib/store';

/** The booking under way: the grid draws it while the panel waits for the answer. */
const saving = createStore<AppointmentRequest | null>(null);

export const useSaving = (): AppointmentRequest | null => useStore(saving);
export const showSaving = (request: AppointmentRequest | null): void => saving.set(request);
