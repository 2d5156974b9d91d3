import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { useTranslation } from 'react-i18next';
import type { Board } from './board';
import { type Exit, exits } from './exits';
import { ExpectedRow } from './expected-row';
import type { RoomChoice } from './use-room-selection';

export interface SinceMorningProps {
  board: Board;
  rows: readonly AppointmentCard[];
  /** `opened`: whose names are shown; the absent may come after all, those who left may come back. */
  choice: Pick<RoomChoice, 'isNarrowed' | 'opened' | 'open'>;
  isStop: (visit: AppointmentCard) => boolean;
}

/** « Depuis ce matin »: counts, and behind two of them the names one may still need. */
export function SinceMorning({ board, rows, choice, isStop }: SinceMorningProps) {
  const { t } = useTranslation('waiting-room');
  const { isNarrowed, opened, open } = choice;
  if (isNarrowed && rows.length === 0) return null;
  return (
    <div className="wr-since">
      <h3>{t('since.title')}</h3>
      {!isNarrowed && (
        <p>
          <span>{t('since.done', { count: board.done.length })}</span>
          {exits.map((exit) => (
            <ExitCount key={exit} exit={exit} count={board[exit].length} isOpen={opened === exit} onOpen={open} />
          ))}
          <span>{t('since.cancelled', { count: board.cancelled.length })}</span>
        </p>
      )}
      {rows.length > 0 && (
        <ul>
          {rows.map((visit) => (
            <ExpectedRow key={visit.id} visit={visit} isStop={isStop(visit)} />
          ))}
        </ul>
      )}
    </div>
  );
}

interface ExitCountProps {
  exit: Exit;
  count: number;
  isOpen: boolean;
  onOpen: (exit: Exit | null) => void;
}

function ExitCount({ exit, count, isOpen, onOpen }: ExitCountProps) {
  const { t } = useTranslation('waiting-room');
  // Leaving unseen is rare: without anybody it is not told.
  if (count === 0) return exit === 'left' ? null : <span>{t(`since.${exit}`, { count })}</span>;
  return (
    <button type="button" className="link" aria-expanded={isOpen} onClick={() => onOpen(isOpen ? null : exit)}>
      {t(`since.${exit}`, { count })}
    </button>
  );
}
