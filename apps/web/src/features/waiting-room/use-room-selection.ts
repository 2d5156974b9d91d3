import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { useState } from 'react';
import type { Board } from './board';
import { placeOf } from './board-moves';
import { type Exit, exitRows } from './exits';

/** What is typed in the filter and which row was chosen; both outlive every refresh of the board. */
export function useRoomChoice() {
  const [text, setText] = useState('');
  const [chosenId, choose] = useState<string | null>(null);
  const [opened, open] = useState<Exit | null>(null);
  /** Typing looks for somebody else: the first row that answers is the chosen one again. */
  const narrow = (typed: string) => {
    setText(typed);
    choose(null);
  };
  /** The filter has done its work: the whole room comes back around the visit. */
  const settle = (visitId: string) => {
    setText('');
    choose(visitId);
  };
  return { text, chosenId, opened, isNarrowed: text.trim() !== '', choose, open, narrow, settle };
}

export type RoomChoice = ReturnType<typeof useRoomChoice>;

/** The rows one may stand on, list by list, and the one that shows its buttons. */
export function selectionIn(board: Board, choice: RoomChoice, mayStandOn: (visit: AppointmentCard) => boolean) {
  const exits = exitRows(board, choice.opened, choice.isNarrowed);
  const lists = [board.expected, board.present, board.inRoom, [...board.toCollect, ...exits]];
  const rows = lists.map((list) => list.filter(mayStandOn).map(({ id }) => id));
  const first = rows.find((list) => list.length > 0)?.[0] ?? null;
  const fallback = choice.isNarrowed ? first : null;
  const activeId = placeOf(rows, choice.chosenId) ? choice.chosenId : fallback;
  const place = placeOf(rows, activeId);
  /** One tab stop a list: the row one stands on, else the first. */
  const isStop = ({ id }: AppointmentCard) =>
    rows.some((list, index) => (place?.list === index ? activeId : list[0]) === id);
  return { exits, rows, first, activeId, isStop };
}
