import { IconCalendarRepeat, IconEraser } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { useServerDraft } from '../../lib/use-server-draft';
import { Button, IconButton } from '../../ui/button';
import { DraftNotice } from '../../ui/draft-notice';
import { Kbd } from '../../ui/kbd';
import { Panel } from '../../ui/panel';
import {
  changeDraft,
  clearDraft,
  closeDraft,
  isBookingTyped,
  openDraft,
  typedBooking,
  typedOf,
  useBookingDraft,
} from './booking-draft';
import { BookingFields, BookingPlace, BookingRemarks } from './booking-fields';
import { BookingPatient } from './booking-patient';
import { BookingProblem } from './booking-problem';
import { useDayScreen } from './day-screen-context';
import { SlotRow, type SlotRowHandle } from './slot-row';
import { type Booking, useBooking } from './use-booking';
import { useSlotWords } from './use-slot-words';

/** A visit being booked: who, why, three places, the sentence to say. ↓ enters the places, ↵ books; Esc keeps the draft. */
export function BookingPanel() {
  const { t } = useTranslation('planning');
  const { practiceId, focusGrid } = useDayScreen();
  const draft = useBookingDraft(practiceId);
  const slots = useRef<SlotRowHandle>(null);
  const body = useRef<HTMLDivElement>(null);
  const kept = useKeptBooking();
  const booking = useBooking(slots, kept.done);
  const { offers, submit } = booking;

  useEffect(() => {
    // A frame later: the grid keeps the focus of the click or the key that led here.
    const frame = requestAnimationFrame(() => {
      if (draft.entry === 'slots') slots.current?.focusEntry();
      else body.current?.querySelector('input')?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [draft.entry]);
  const close = () => {
    closeDraft(practiceId);
    focusGrid();
  };
  const more = () => {
    changeDraft(practiceId, { page: offers?.length === 0 ? 0 : draft.page + 1 });
    slots.current?.focusEntry();
  };
  const groupKey = 'planning:keys.booking';
  useShortcut({ id: 'day.book', keys: 'F8', scope: 'global', labelKey: 'planning:keys.book', groupKey, run: more });
  // From anywhere: places that go while one reads them may take the focus with them.
  useShortcut({
    ...{ id: 'day.booking.submit', keys: 'Ctrl+Enter', scope: 'global' },
    ...{ labelKey: 'planning:keys.submit', groupKey },
    run: submit,
  });

  return (
    <Panel
      label={t('booking.panel')}
      head={<b>{t('booking.panel')}</b>}
      acts={
        <>
          <SeriesButton booking={booking} onLeave={kept.done} />
          <IconButton
            icon={IconEraser}
            label={t('booking.clear')}
            look="ghost"
            size="sm"
            onClick={() => {
              kept.done();
              clearDraft(practiceId);
              openDraft(practiceId, { entry: 'patient' });
            }}
          />
        </>
      }
      foot={<Submit booking={booking} />}
      onClose={close}
    >
      <div className="booking" ref={body}>
        <DraftNotice draft={kept} />
        <BookingPatient onPicked={() => requestAnimationFrame(() => slots.current?.focusEntry())} />
        <BookingFields booking={booking} />
        <MotifTold motif={booking.motif} />
        <div className="sect">
          <h3>
            <span className="trunc">{booking.heading}</span>
            <span className="sp" />
            <button type="button" className="more" onClick={more}>
              <Kbd keys="F8" /> {t(offers?.length === 0 && draft.page > 0 ? 'booking.first' : 'booking.more')}
            </button>
          </h3>
          <SlotRow
            ref={slots}
            slots={offers}
            chosen={draft.place}
            onChoose={booking.choose}
            onTake={booking.take}
            onEnter={draft.place ? submit : undefined}
            showColumn={draft.agendaId === null}
            empty={t(draft.page > 0 ? 'booking.noMore' : 'booking.noSlot')}
          />
          <WaitInstead booking={booking} />
          <BookingPlace />
          <BookingProblem booking={booking} />
        </div>
        <Sentence booking={booking} />
        <BookingRemarks />
        {(['1', '2', '3'] as const).map((digit) => (
          <SlotKey key={digit} digit={digit} within={body} onPress={() => slots.current?.choose(Number(digit) - 1)} />
        ))}
      </div>
    </Panel>
  );
}

/** What was chosen here goes on to the series. */
function SeriesButton({ booking, onLeave }: { booking: ReturnType<typeof useBooking>; onLeave: () => void }) {
  const { t } = useTranslation('planning');
  const { practiceId, onSeries, clock } = useDayScreen();
  const { patient, place, agendaId, note } = useBookingDraft(practiceId);
  if (!onSeries) return null;
  const start = () => {
    onLeave();
    clearDraft(practiceId);
    onSeries({
      ...{ patient, note, motifId: booking.motif?.id ?? null, durationMin: booking.wanted || null },
      ...{
        resourceId: place?.resourceId ?? agendaId,
        day: place?.day ?? clock.today,
        startMin: place?.startMin ?? null,
      },
    });
  };
  return <IconButton icon={IconCalendarRepeat} label={t('booking.series')} look="ghost" size="sm" onClick={start} />;
}

/** What is typed here is on the server too; a place just chosen on the grid stays chosen. */
function useKeptBooking() {
  const { practiceId } = useDayScreen();
  const draft = useBookingDraft(practiceId);
  const body = typedOf(draft);
  return useServerDraft({
    ...{ form: 'booking', subject: 'new', shape: typedBooking, body, isDirty: isBookingTyped(body) },
    onRestore: (typed) => {
      const { place, agendaId } = draft.place ? draft : typed;
      changeDraft(practiceId, { ...typed, place, agendaId, page: 0, entry: typed.patient ? 'slots' : 'patient' });
    },
    onClear: () => {
      clearDraft(practiceId);
      openDraft(practiceId, { entry: 'patient' });
    },
  });
}

/** No place suits: the wish goes to the waiting list as it stands. */
function WaitInstead({ booking }: { booking: ReturnType<typeof useBooking> }) {
  const { t } = useTranslation('planning');
  const { practiceId, onWait } = useDayScreen();
  const { patient, motifId, durationMin, agendaId, fromDay, toDay } = useBookingDraft(practiceId);
  if (!onWait || !patient) return null;
  const wish = {
    ...{ patient, toDay, resourceIds: agendaId ? [agendaId] : [] },
    ...(booking.motif && { motifId: motifId ?? booking.motif.id }),
    ...(durationMin !== null && { durationMin }),
    ...(fromDay !== null && { fromDay }),
  };
  return (
    <p className="wait-instead">
      {t('booking.noneSuits')}{' '}
      <button type="button" className="link" onClick={() => onWait(wish)}>
        {t('booking.wait')}
      </button>
    </p>
  );
}

/** The one main button carries the time; inert, it says what is missing. */
function Submit({ booking }: { booking: ReturnType<typeof useBooking> }) {
  const { t } = useTranslation('planning');
  const { practiceId } = useDayScreen();
  const { patient, place } = useBookingDraft(practiceId);
  const { when } = useSlotWords();
  const { rajout, canPassOver, alternative } = booking;
  const key = alternative || !canPassOver ? 'booking.submit' : rajout ? 'booking.submitBeside' : 'booking.submitAnyway';
  const missing = patient ? !place && t('booking.needPlace') : t('booking.needPatient');
  const wanted = alternative ?? place;
  return (
    <div className="book-foot">
      {missing && <p className="hint">{missing}</p>}
      <Button
        className="book-main"
        look="primary"
        keys="Ctrl+Enter"
        busy={booking.isBusy}
        aria-disabled={!booking.isReady}
        onClick={booking.submit}
      >
        {wanted ? t(key, { time: when(wanted) }) : t('booking.submitBare')}
      </Button>
    </div>
  );
}

/** What the practice wants told, and what the patient brings. */
function MotifTold({ motif }: { motif: Booking['motif'] }) {
  const { t } = useTranslation('planning');
  if (!motif || (motif.say === '' && motif.bring === '')) return null;
  return (
    <div className="sect motif-told">
      {motif.say !== '' && (
        <p>
          <b>{t('booking.motifSay')}</b> {motif.say}
        </p>
      )}
      {motif.bring !== '' && (
        <p>
          <b>{t('booking.motifBring')}</b> {motif.bring}
        </p>
      )}
    </div>
  );
}

function Sentence({ booking }: { booking: ReturnType<typeof useBooking> }) {
  const { t } = useTranslation('planning');
  const { practiceId } = useDayScreen();
  const { place } = useBookingDraft(practiceId);
  const { sentence } = useSlotWords();
  const told = place && booking.told.length === 0 && !booking.problem ? sentence(place, booking.motif) : null;
  if (!told) return null;
  return (
    <div className="say">
      <span>{t('booking.say')}</span>
      <p>
        <Trans t={t} i18nKey={told.key} values={told.values} components={{ b: <b /> }} />
      </p>
    </div>
  );
}

interface SlotKeyProps {
  readonly digit: '1' | '2' | '3';
  readonly within: Parameters<typeof useShortcut>[0]['within'];
  readonly onPress: () => void;
}

function SlotKey({ digit, within, onPress }: SlotKeyProps) {
  useShortcut({
    ...{ id: `day.booking.slot${digit}`, keys: digit, scope: 'focus', within },
    ...{ labelKey: `planning:keys.slot${digit}`, groupKey: 'planning:keys.booking' },
    run: onPress,
  });
  return null;
}
