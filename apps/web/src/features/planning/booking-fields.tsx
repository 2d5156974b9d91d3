import { parseTime } from '@pupitre/shared/formats/parse';
import { minutesIn } from '@pupitre/shared/practices/motif-minutes';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { offeredMotifs } from '../../lib/offered-motifs';
import { ChoiceInput, TextArea, TextInput } from '../../ui/text-input';
import { changeDraft, useBookingDraft } from './booking-draft';
import { DatePop } from './date-pop';
import { useDayScreen } from './day-screen-context';
import type { Booking } from './use-booking';

/** Motif, column and length: what the places depend on. */
export function BookingFields({ booking }: { booking: Booking }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const { practiceId, setup } = useDayScreen();
  const draft = useBookingDraft(practiceId);
  const { motif, wanted } = booking;
  const columnId = draft.place?.resourceId ?? draft.agendaId;
  const offered = offeredMotifs(setup, columnId);
  const usualId = draft.patient?.usualMotifId;
  // The usual motif comes first; one chosen elsewhere stays on the list, with its refusal.
  const motifs = [...new Set([...offered.filter(({ id }) => id === usualId), ...(motif ? [motif] : []), ...offered])];
  const columns = setup.resources.filter(({ active }) => active);
  return (
    <div className="sect booking-fields">
      <ChoiceInput
        label={t('booking.motif')}
        choices={motifs.map((offer) => {
          const { id, name } = offer;
          const minutes = formats.minutesSpan(minutesIn(offer, columnId ?? ''));
          const label = t('booking.length', { name, minutes });
          return { value: id, label: id === usualId ? t('booking.usual', { name: label }) : label };
        })}
        value={motif?.id ?? ''}
        onPick={(motifId) => changeDraft(practiceId, { motifId, durationMin: null, page: 0 })}
      />
      <div className="pair">
        <ChoiceInput
          label={t('booking.agenda')}
          choices={[
            { value: '', label: t('booking.anyAgenda') },
            ...columns.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={columnId ?? ''}
          onPick={(id) => {
            const agendaId = id === '' ? null : id;
            const place = draft.place && agendaId ? { ...draft.place, resourceId: agendaId } : null;
            changeDraft(practiceId, { agendaId, place, page: 0 });
          }}
        />
        <TextInput
          label={t('booking.duration')}
          type="number"
          inputMode="numeric"
          min={5}
          max={720}
          step={5}
          value={wanted || ''}
          onChange={(event) =>
            changeDraft(practiceId, { durationMin: event.currentTarget.valueAsNumber || 0, page: 0 })
          }
        />
      </div>
    </div>
  );
}

/** The place chosen, to correct by hand: any day, any time. */
export function BookingPlace() {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const { practiceId, clock, day: shownDay, go } = useDayScreen();
  const { place } = useBookingDraft(practiceId);
  if (!place) return null;
  return (
    <div className="pair place">
      <div className="field">
        <span>{t('booking.day')}</span>
        <div className="row">
          <span className="trunc">{formats.dateGrid(place.day)}</span>
          <DatePop
            icon={IconCalendar}
            label={t('nav.pick')}
            day={place.day}
            today={clock.today}
            onPick={(day) => changeDraft(practiceId, { place: { ...place, day }, fromDay: day, page: 0 })}
          />
          {place.day !== shownDay && (
            <button type="button" className="link" onClick={() => go({ date: place.day }, true)}>
              {t('booking.seeDay')}
            </button>
          )}
        </div>
      </div>
      <TimeInput
        minute={place.startMin}
        onChange={(startMin) => changeDraft(practiceId, { place: { ...place, startMin } })}
      />
    </div>
  );
}

/** « 10h15 », « 1015 » or « 10:15 »; what is no time is put back as it was. */
function TimeInput({ minute, onChange }: { minute: number; onChange: (minute: number) => void }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const [typed, setTyped] = useState<string | null>(null);
  const settle = () => {
    const wanted = typed === null ? null : parseTime(typed);
    setTyped(null);
    if (wanted !== null && wanted !== minute) onChange(wanted);
  };
  return (
    <TextInput
      label={t('booking.time')}
      value={typed ?? formats.timeOfMinutes(minute)}
      autoComplete="off"
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={settle}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
    />
  );
}

/** The note for the team, and the two flags. */
export function BookingRemarks() {
  const { t } = useTranslation('planning');
  const { practiceId, clock } = useDayScreen();
  const { note, urgent, walkIn, atDesk, place, agendaId } = useBookingDraft(practiceId);
  const comeNow = (isHere: boolean) => {
    const startMin = Math.floor(clock.minute / 5) * 5;
    const here = agendaId ? { resourceId: agendaId, day: clock.today, startMin } : place;
    changeDraft(practiceId, { walkIn: isHere, place: isHere ? (place ?? here) : place });
  };
  return (
    <div className="sect booking-remarks">
      <TextArea
        label={t('booking.note')}
        value={note}
        maxLength={300}
        rows={2}
        onChange={(event) => changeDraft(practiceId, { note: event.currentTarget.value })}
      />
      <div className="row">
        <label className="check-line">
          <input
            type="checkbox"
            checked={urgent}
            onChange={(event) => changeDraft(practiceId, { urgent: event.currentTarget.checked })}
          />
          {t('booking.urgent')}
        </label>
        <label className="check-line">
          <input type="checkbox" checked={walkIn} onChange={(event) => comeNow(event.currentTarget.checked)} />
          {t('booking.walkIn')}
        </label>
        <label className="check-line">
          <input
            type="checkbox"
            checked={walkIn || atDesk}
            disabled={walkIn}
            onChange={(event) => changeDraft(practiceId, { atDesk: event.currentTarget.checked })}
          />
          {t('booking.atDesk')}
        </label>
      </div>
    </div>
  );
}
