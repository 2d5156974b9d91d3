import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useLatenessAct } from '../../lib/lateness-change';
import { useProblemSentence } from '../../lib/problem-sentence';
import { showToast } from '../../lib/toast';
import { useMyDay } from './my-day-context';

const STEPS = [10, 20] as const;

/** At the thumb: how late one says one is, for every screen of the practice. */
export function LatenessBar({ practiceId, resourceId }: { practiceId: string; resourceId: string }) {
  const { t } = useTranslation('my-day');
  const { day, latenessMinutes } = useMyDay();
  const formats = useFormats();
  const say = useProblemSentence();
  const act = useLatenessAct(practiceId);
  const wordsOf = (minutes: number) => ({
    name: t('late.name'),
    sentence: minutes > 0 ? t('late.told', { span: formats.minutesSpan(minutes) }) : t('late.toldOnTime'),
  });
  const add = (addMinutes: number) => {
    act({ resourceId, day, addMinutes }, latenessMinutes, wordsOf).catch((error: unknown) =>
      showToast({ text: say(error).sentence }),
    );
  };
  return (
    <fieldset className="md-late">
      <legend className="sr">{t('late.label')}</legend>
      <span aria-hidden="true">{t('late.label')}</span>
      {STEPS.map((step) => (
        <button
          type="button"
          key={step}
          className="md-key"
          aria-label={t('late.more', { count: step })}
          onClick={() => add(step)}
        >
          +{step}
        </button>
      ))}
      {latenessMinutes > 0 && (
        <button type="button" className="md-key" onClick={() => add(-latenessMinutes)}>
          {t('late.onTime')}
        </button>
      )}
    </fieldset>
  );
}
