import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useLatenessAct } from '../../lib/lateness-change';
import { useProblemSentence } from '../../lib/problem-sentence';
import { showToast } from '../../lib/toast';
import { useRoom } from './room-context';

/** Adds minutes to a column's lateness and says what every screen now shows. */
export function useLateness(resourceId: string): { minutes: number; add: (addMinutes: number) => void } {
  const { t } = useTranslation('waiting-room');
  const { practiceId, day, setup, latenessOf } = useRoom();
  const formats = useFormats();
  const say = useProblemSentence();
  const act = useLatenessAct(practiceId);
  const minutes = latenessOf(resourceId);
  const column = setup.resources.find(({ id }) => id === resourceId)?.name ?? '';
  const wordsOf = (known: number) => ({
    name: t('lateness.name', { column }),
    sentence: t(known > 0 ? 'lateness.told' : 'lateness.toldOnTime', { column, span: formats.minutesSpan(known) }),
  });
  const add = (addMinutes: number) => {
    act({ resourceId, day, addMinutes }, minutes, wordsOf).catch((error: unknown) =>
      showToast({ text: say(error).sentence }),
    );
  };
  return { minutes, add };
}
