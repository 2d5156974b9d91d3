import type { MotifView } from '@pupitre/shared/practices/practice.contract';
import { useTranslation } from 'react-i18next';
import { spokenColumn } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import type { SlotPlace } from './booking-draft';
import { useDayScreen } from './day-screen-context';

/** How places are written in buttons and said to a patient. */
export function useSlotWords() {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const { setup, day: shownDay, clock } = useDayScreen();
  const time = ({ startMin }: SlotPlace) => formats.timeOfMinutes(startMin);

  /** « 10 h 35 » on the day shown, « mardi 3 mars à 9 h 10 » on another. */
  const when = (place: SlotPlace) =>
    place.day === shownDay ? time(place) : t('visit.at', { day: formats.dateMedium(place.day), time: time(place) });

  /** The sentence to say, time in bold: « jeudi 5 mars à <b>10 h 15</b>, avec le Dr Martin, 14 allée des Tilleuls. … » */
  const sentence = (place: SlotPlace, motif: MotifView | undefined) => {
    const resource = setup.resources.find(({ id }) => id === place.resourceId);
    if (!resource) return null;
    const { kind, name } = spokenColumn(setup, resource);
    const date = formats.dateMedium(place.day);
    const address = {
      practice: { place: setup.practice.street, bring: t('say.card') },
      home: { place: t('say.home'), bring: t('say.homeCard') },
      video: { place: t('say.video'), bring: t('say.ready') },
    }[motif?.place ?? 'practice'];
    const day = place.day === clock.today ? t('booking.today', { day: date }) : date;
    return { key: `say.${kind}`, values: { day, time: time(place), name, ...address } } as const;
  };
  return { when, time, sentence };
}
