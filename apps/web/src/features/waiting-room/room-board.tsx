import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { toLocal } from '@pupitre/shared/time/zone';
import { IconArmchair, IconClock, IconCurrencyEuro, IconStethoscope } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { type Board, halfDays } from './board';
import { CollectRow } from './collect-row';
import { ExpectedRow } from './expected-row';
import { InRoomRow } from './in-room-row';
import { PresentRow } from './present-row';
import { useRoom } from './room-context';
import { RoomList } from './room-list';

type Row = (props: { visit: AppointmentCard; isStop: boolean }) => ReactNode;

export interface RoomBoardProps {
  board: Board;
  isStop: (visit: AppointmentCard) => boolean;
  /** A filter is typed: the sentences of an empty room would lie. */
  isNarrowed: boolean;
  /** Under the lists, in the last column. */
  foot: ReactNode;
}

/** The four lists, in the order of a visit. */
export function RoomBoard({ board, isStop, isNarrowed, foot }: RoomBoardProps) {
  const { t } = useTranslation('waiting-room');
  const formats = useFormats();
  const due = board.toCollect.flatMap(({ dueCents }) => dueCents ?? []);
  const rows = (visits: readonly AppointmentCard[], Of: Row) =>
    visits.length > 0 && (
      <ul>
        {visits.map((visit) => (
          <Of key={visit.id} visit={visit} isStop={isStop(visit)} />
        ))}
      </ul>
    );
  const empty = (list: 'inRoom' | 'toCollect') =>
    !isNarrowed && board[list].length === 0 ? t(`empty.${list}`) : undefined;
  return (
    <>
      <ExpectedList board={board} isStop={isStop} isNarrowed={isNarrowed} />
      <RoomList
        icon={IconArmchair}
        title={t('list.present')}
        count={board.present.length}
        note={t('list.presentNote')}
        empty={!isNarrowed && board.present.length === 0 && <NobodyHere board={board} />}
      >
        {rows(board.present, PresentRow)}
      </RoomList>
      <RoomList icon={IconStethoscope} title={t('list.inRoom')} count={board.inRoom.length} empty={empty('inRoom')}>
        {rows(board.inRoom, InRoomRow)}
      </RoomList>
      <RoomList
        icon={IconCurrencyEuro}
        title={t('list.toCollect')}
        count={board.toCollect.length}
        note={due.length > 0 && formats.euros(due.reduce((sum, cents) => sum + cents, 0))}
        empty={empty('toCollect')}
        foot={foot}
      >
        {rows(board.toCollect, CollectRow)}
      </RoomList>
    </>
  );
}

function ExpectedList({ board, isStop, isNarrowed }: Omit<RoomBoardProps, 'foot'>) {
  const { now, zone } = useRoom();
  const { t } = useTranslation('waiting-room');
  const { part, soon, later } = halfDays(board.expected, toLocal(now, zone).minutes);
  const row = (visit: AppointmentCard) => <ExpectedRow key={visit.id} visit={visit} isStop={isStop(visit)} />;
  const nobody = isNarrowed ? t('empty.unknown') : t('empty.expected');
  const isEmpty = isNarrowed ? isBare(board) : board.expected.length === 0;
  return (
    <RoomList
      icon={IconClock}
      title={t('list.expected')}
      count={soon.length}
      note={soon.length + later.length > 0 && t(`part.${part}`)}
      empty={isEmpty && nobody}
    >
      {soon.length > 0 && <ul>{soon.map(row)}</ul>}
      {later.length > 0 && (
        <>
          <h3 className="wr-later">
            {t('part.later')} <span className="cnt">{later.length}</span>
          </h3>
          <ul>{later.map(row)}</ul>
        </>
      )}
    </RoomList>
  );
}

const isBare = (board: Board) => Object.values(board).every((list) => list.length === 0);

/** « Personne en salle. 9 patients attendus, prochain à 10 h 50. » */
function NobodyHere({ board: { expected } }: { board: Board }) {
  const { t } = useTranslation('waiting-room');
  const formats = useFormats();
  const [next] = expected;
  if (!next) return t('empty.present');
  return (
    <>
      {t('empty.present')} {t('empty.next', { count: expected.length, time: formats.timeOfMinutes(next.startMin) })}
    </>
  );
}
