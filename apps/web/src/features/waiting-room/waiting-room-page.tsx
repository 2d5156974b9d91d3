import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import { transitionAllowedFor } from '@pupitre/shared/planning/appointment-status';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useScreenTitle } from '../../lib/screen-title';
import { useMay, useMembership } from '../../lib/session';
import { Fill } from '../../ui/slot';
import { waitScale } from './board';
import { ColumnStrip } from './column-strip';
import { RoomBar } from './room-bar';
import { RoomBoard } from './room-board';
import { type Room, RoomContext } from './room-context';
import { SinceMorning } from './since-morning';
import { useBoardFocus } from './use-board-focus';
import type { RoomDoors } from './use-room-acts';
import { useRoomNews } from './use-room-news';
import { selectionIn, useRoomChoice } from './use-room-selection';
import { useRoomView } from './use-room-view';
import './waiting-room.css';
import { WalkInPanel } from './walk-in-panel';

const route = getRouteApi('/p/$practiceId/salle');

export interface WaitingRoomPageProps extends RoomDoors {
  /** Finds or creates the patient who stands at the desk; without it nobody can be taken without an appointment. */
  renderPatientPicker?: (onPick: (patient: PatientHit) => void) => ReactNode;
  /** Over the lists: who is still to be told by telephone. */
  renderNotices?: () => ReactNode;
}

/** Expected, present, with the practitioner, to pay: the morning as it happens. */
export function WaitingRoomPage({ renderPatientPicker, renderNotices, ...doors }: WaitingRoomPageProps) {
  const { vue } = route.useSearch();
  const navigate = route.useNavigate();
  const choice = useRoomChoice();
  const [isWalkIn, setWalkIn] = useState(false);
  const mayWalkIn = useMayWalkIn();
  const field = useRef<HTMLInputElement>(null);
  const view = useRoomView(vue, choice.text, doors);
  const { narrowed, whole } = view;
  const { exits, rows, first, activeId, isStop } = selectionIn(
    narrowed,
    choice,
    (visit) => view.actsOn(visit).length > 0,
  );
  const focus = useBoardFocus(rows, activeId, field);
  const room: Room = {
    ...view,
    activeId,
    choose: choice.choose,
    run: (act, visit) => {
      choice.settle(visit.id);
      view.run(act, visit);
    },
  };
  useRoomNews(room, whole.present);
  const enter = () => {
    const target = activeId ?? first;
    if (target) focus.focusRow(target);
  };
  const closeWalkIn = (bookedId?: string) => {
    setWalkIn(false);
    if (!bookedId) return field.current?.focus();
    choice.settle(bookedId);
    focus.hold();
  };
  const setView = (wanted: string | undefined) => void navigate({ search: { vue: wanted }, replace: true });

  return (
    <RoomContext value={room}>
      <div className="wr">
        <RoomBar
          present={whole.present}
          text={choice.text}
          onText={choice.narrow}
          onEnter={enter}
          field={field}
          view={vue}
          onView={setView}
          onWalkIn={mayWalkIn && renderPatientPicker ? () => setWalkIn(true) : undefined}
        />
        <ColumnStrip states={view.states} chosen={vue} onChoose={setView} />
        {renderNotices?.()}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: only hears where the focus of its rows goes */}
        <div className="wr-board" ref={focus.board} onFocus={focus.onFocus} onBlur={focus.onBlur}>
          <RoomBoard
            board={narrowed}
            isStop={isStop}
            isNarrowed={choice.isNarrowed}
            foot={<SinceMorning board={narrowed} rows={exits} choice={choice} isStop={isStop} />}
          />
        </div>
      </div>
      <ScreenWords room={room} />
      {isWalkIn && renderPatientPicker && (
        <WalkInPanel renderPatientPicker={renderPatientPicker} onClose={closeWalkIn} />
      )}
    </RoomContext>
  );
}

/** What the screen says outside of itself: the title of the window, the legend of the status bar. */
function ScreenWords({ room: { day, alertMinutes } }: { room: Room }) {
  const { t } = useTranslation('waiting-room');
  const formats = useFormats();
  useScreenTitle(t('title'), formats.dateMedium(day));
  const scale = { end: formats.minutesSpan(waitScale(alertMinutes)), alert: formats.minutesSpan(alertMinutes) };
  return <Fill slot="footEnd">{t('foot', scale)}</Fill>;
}

/** Whoever may note any arrival; a remote secretary books, but nobody stands before her. */
function useMayWalkIn(): boolean {
  const { roles } = useMembership();
  return useMay()('appointment.book') && transitionAllowedFor(roles, false, 'booked', 'arrived');
}
