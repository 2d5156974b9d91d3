import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import type { FreeSlotView } from '@pupitre/shared/planning/free-slots.contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/session';
import { useHeldPlace } from '../../lib/use-held-place';
import { Kbd } from '../../ui/kbd';
import { useDayScreen } from './day-screen-context';
import { putBack, readPince, usePince } from './pince';
import { freeSlotsQuery } from './planning.queries';
import { SlotRow, type SlotRowHandle } from './slot-row';
import type { Drops } from './use-drops';

interface MovePlacesProps {
  readonly visit: AppointmentCard;
  readonly page: number;
  readonly onMove: Drops['move'];
}

/** F8 with a visit in hand: three places in its own column, ↓ enters, ↵ moves it there. */
export function MovePlaces({ visit, page, onMove }: MovePlacesProps) {
  const { t } = useTranslation('planning');
  const { practiceId, clock, day: shownDay, focusGrid } = useDayScreen();
  const [chosen, setChosen] = useState<FreeSlotView | null>(null);
  const row = useRef<SlotRowHandle>(null);
  const pinced = usePince();
  const durationMin = pinced?.durationMin ?? visit.endMin - visit.startMin;
  const fromDay = shownDay > clock.today ? shownDay : clock.today;
  const { data } = useQuery(
    freeSlotsQuery(practiceId, {
      ...{ durationMin, motifId: visit.motifId, resourceIds: [visit.resourceId] },
      ...{ patientId: visit.patient.id, movingId: visit.id },
      ...{ fromDay, fromMin: 0, toDay: null, partOfDay: null, limit: 3, skip: page * 3 },
    }),
  );
  const mayHold = useMay()('appointment.book');
  const offered = data?.slots.find((slot) => isSameSlot(slot, chosen));
  useHeldPlace(practiceId, mayHold && offered ? placeHeld(offered, visit.motifId) : null, false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each F8 brings the focus back before the row
  useEffect(() => {
    // A frame later: a panel is shown only after its content stands.
    const frame = requestAnimationFrame(() => row.current?.focusEntry());
    return () => cancelAnimationFrame(frame);
  }, [page]);
  const take = (slot: FreeSlotView) => {
    const held = readPince();
    putBack();
    focusGrid();
    const { resourceId, day, startMin } = slot;
    void onMove(held?.visit ?? visit, { resourceId, day, startMin, durationMin });
  };
  return (
    <div className="sect">
      <h3>
        {t('pince.places')}
        <span className="sp" />
        <Kbd keys="F8" /> {t('booking.more')}
      </h3>
      <SlotRow
        ref={row}
        slots={data?.slots}
        chosen={chosen}
        onChoose={setChosen}
        onTake={take}
        showColumn={false}
        empty={t(page > 0 ? 'booking.noMore' : 'booking.noSlot')}
      />
    </div>
  );
}

const isSameSlot = (slot: FreeSlotView, chosen: FreeSlotView | null) =>
  slot.resourceId === chosen?.resourceId && slot.day === chosen.day && slot.startMin === chosen.startMin;

const placeHeld = ({ resourceId, day, startMin, endMin }: FreeSlotView, motifId: string) => ({
  ...{ resourceId, motifId, day, startMin, durationMin: endMin - startMin },
});
