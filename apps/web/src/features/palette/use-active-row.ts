import { useEffect, useRef, useState } from 'react';
import { type PaletteRow, slotId } from './palette-rows';

/** What comes later than this after the last letter no longer takes the cursor: somebody may be about to press Enter. */
const TAKES_CURSOR_MS = 400;

/** True when `isReady` came soon enough after `text` was typed for the cursor to move on to it by itself. */
export function usePrompt(text: string, isReady: boolean): boolean {
  const [promptFor, setPromptFor] = useState<string | null>(null);
  const typedAt = useRef({ text: '', at: 0 });
  useEffect(() => {
    typedAt.current = { text, at: Date.now() };
  }, [text]);
  useEffect(() => {
    if (isReady && Date.now() - typedAt.current.at <= TAKES_CURSOR_MS) setPromptFor(text);
  }, [isReady, text]);
  return isReady && promptFor === text;
}

export interface Moves {
  /** The row the arrows or the mouse went to since the last letter. */
  rowId: string | undefined;
  /** The patient one was last on: the places and the acts are hers. */
  patientId: string | undefined;
  moveTo: (row: PaletteRow | undefined) => void;
  /** Takes the patient in hand and goes to her first place, as soon as it is there. */
  moveToPlacesOf: (patientId: string) => void;
}

export function useMoves(text: string): Moves {
  const [moved, setMoved] = useState<{ text: string; rowId?: string; patientId?: string }>({ text });
  const { rowId, patientId } = moved.text === text ? moved : {};
  const moveTo = (row: PaletteRow | undefined) => {
    if (row) setMoved({ text, rowId: row.id, patientId: row.kind === 'patient' ? row.hit.id : patientId });
  };
  const moveToPlacesOf = (id: string) => setMoved({ text, rowId: slotId(0), patientId: id });
  return { rowId, patientId, moveTo, moveToPlacesOf };
}
