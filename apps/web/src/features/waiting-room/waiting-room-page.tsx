import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { transitionAllowedFor } from '@pupitre/shared/planning/appointment-status';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useScreenTitle } from '../../lib/screen-title';
import { useMay, useMembership } from '../../lib/session';
import { Fill } from '../../ui/slot';
import { waitScale } from './board';
import { placeOf } from './board-moves';
import { ColumnStrip } from './column-strip';
import { RoomBar } from './room-bar';
import { RoomBoard } from './room-board';
import { type Room, RoomContext } from './room-context';
import { type Exit, SinceMorning } from './since-morning';
import { useBoardFocus } from './use-board-focus';
import type { RoomDoors } from './use-room-acts';
import { useRoomNews } from './use-room-news';
import { useRoomView } from './use-room-view';
import './waiting-room.css';
import { WalkInPanel } from './walk-in-panel';

const route = getRouteApi('/p/$practiceId/salle');

export interface WaitingRoomPageProps extends RoomDoors {
  /** Finds or creates the patient who stands at the desk; without it nobody can be taken without an appointment. */
  renderPatientPicker?: (onPick: (patient: PatientHit) => void) => ReactNode;
}

/** Expected, present, with the practitioner, to pay: the morning as it happens. */
export function WaitingRoomPage({ renderPatientPicker, ...doors }: WaitingRoomPageProps) {
  const { t } = useTranslation('waiting-room');
  const formats = useFormats();
  const { vue } = route.useSearch();
  const navigate = route.useNavigate();
  const [text, setText] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [opened, setOpened] = useState<Exit | null>(null);
  const [isWalkIn, setWalkIn] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const view = useRoomView(vue, text, doors);
  const { narrowed, whole, actsOn } = view;
  useScreenTitle(t('title'), formats.dateMedium(view.day));

  const rows = useMemo(() => {
    const exits = opened ? narrowed[opened] : [];
    const lists = [narrowed.expected, narrowed.present, narrowed.inRoom, [...narrowed.toCollect, ...exits]];
    return lists.map((list) => list.filter((visit) => actsOn(visit).length > 0).map(({ id }) => id));
  }, [narrowed, opened, actsOn]);
  const isNarrowed = text.trim() !== '';
  const first = isNarrowed ? (rows.find((list) => list.length > 0)?.[0] ?? null) : null;
  const activeId = placeOf(rows, chosenId) ? chosenId : first;
  const place = placeOf(rows, activeId);
  const isStop = ({ id }: AppointmentCard) =>
    rows.some((list, index) => (place?.list === index ? activeId : list[0]) === id);

  const narrow = (typed: string) => {
    setText(typed);
    setChosenId(null);
  };
  const focus = useBoardFocus(rows, activeId, field);
  const room: Room = {
    ...view,
    activeId,
    choose: setChosenId,
    run: (act, visit) => {
      // The filter has done its work: the whole room comes back, the focus stays on the visit.
      setChosenId(visit.id);
      setText('');
      view.run(act, visit);
    },
  };
  useRoomNews(room, whole.present);
  const mayWalkIn = useMayWalkIn() && renderPatientPicker !== undefined;
  const setView = (wanted: string | undefined) => void navigate({ search: { vue: wanted }, replace: true });
  const closeWalkIn = (bookedId?: string) => {
    setWalkIn(false);
    if (bookedId) {
      narrow('');
      setChosenId(bookedId);
      focus.hold();
    } else field.current?.focus();
  };
  const enter = () => {
    const target = activeId ?? rows.flat()[0];
    if (target) focus.focusRow(target);
  };
  const scale = {
    end: formats.minutesSpan(waitScale(room.alertMinutes)),
    alert: formats.minutesSpan(room.alertMinutes),
  };

  return (
    <RoomContext value={room}>
      <RoomBar
        present={whole.present}
        text={text}
        onText={narrow}
        onEnter={enter}
        field={field}
        view={vue}
        onView={setView}
        onWalkIn={mayWalkIn ? () => setWalkIn(true) : undefined}
      />
      <ColumnStrip states={view.states} chosen={vue} onChoose={setView} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only hears where the focus of its rows goes */}
      <div className="wr-board" ref={focus.board} onFocus={focus.onFocus} onBlur={focus.onBlur}>
        <RoomBoard
          board={narrowed}
          isStop={isStop}
          isNarrowed={isNarrowed}
          foot={<SinceMorning board={narrowed} opened={opened} onOpen={setOpened} isStop={isStop} />}
        />
      </div>
      <Fill slot="footEnd">{t('foot', scale)}</Fill>
      {isWalkIn && renderPatientPicker && (
        <WalkInPanel renderPatientPicker={renderPatientPicker} onClose={closeWalkIn} />
      )}
    </RoomContext>
  );
}

/** Whoever may note any arrival; a remote secretary books, but nobody stands before her. */
function useMayWalkIn(): boolean {
  const { roles } = useMembership();
  return useMay()('appointment.book') && transitionAllowedFor(roles, false, 'booked', 'arrived');
}
