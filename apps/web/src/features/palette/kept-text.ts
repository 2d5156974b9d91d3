import { createStore } from '../../lib/store';

/** What was typed when the palette was closed with Escape; in memory, and only for the person who typed it. */
const kept = createStore({ owner: '', text: '' });

export const keptText = (owner: string): string => (kept.get().owner === owner ? kept.get().text : '');
export const keepText = (owner: string, text: string): void => kept.set({ owner, text });
