import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { PHONE, useMedia } from '../../lib/use-media';
import { Chip } from '../../ui/chip';
import { useFrame } from '../../ui/frame-context';
import type { DayPlan } from './day-plan';
import { useMyDay } from './my-day-context';

/** The date, what is done and left, when it should end; on a phone also the person's menu. */
export function DayHead({ plan: { total, seen, endsAt } }: { plan: DayPlan }) {
  const { t } = useTranslation('my-day');
  const { day, zone, now, latenessMinutes } = useMyDay();
  const { userMenu } = useFrame();
  const formats = useFormats();
  const isPhone = useMedia(PHONE);
  const end = endsAt && formats.timeOfInstant(endsAt > now ? endsAt : now, zone);
  const counts = `${t('head.visits', { count: total })}, ${t('head.seen', { count: seen })}`;
  return (
    <header className="md-head">
      <div>
        <h1>{formats.dateMedium(day)}</h1>
        <p>{[counts, end && t('head.end', { time: end })].filter(Boolean).join(' · ')}</p>
      </div>
      <span className="sp" />
      {latenessMinutes > 0 && <Chip tone="warn">{t('head.late', { span: formats.minutesSpan(latenessMinutes) })}</Chip>}
      {isPhone && userMenu}
    </header>
  );
}
