import { partsOfDay } from '@pupitre/shared/planning/free-day';
import type { WeekTime } from '@pupitre/shared/planning/waiting-fit';
import type { WaitingEntry, WaitingFit } from '@pupitre/shared/planning/waiting-list.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { daysBetween, todayIn } from '@pupitre/shared/time/zone';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/clock';
import { columnName } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import type { WaitingPlace } from './waiting-store';
import { weekdays } from './week-times';

const MINUTE_MS = 60_000;
type FitReason = WaitingFit['reasons'][number];
type Weekday = `${(typeof weekdays)[number]}`;

/** How a wait is told: since when, for which days and hours, with whom, and the places that suit. */
export function useWaitingWords(setup: PracticeSetup) {
  const { t } = useTranslation('waiting-list');
  const formats = useFormats();
  const today = todayIn(setup.practice.zone, useNow(MINUTE_MS));

  const waitedDays = ({ since }: Pick<WaitingEntry, 'since'>) =>
    Math.max(0, daysBetween(todayIn(setup.practice.zone, new Date(since)), today));
  const waited = (entry: Pick<WaitingEntry, 'since'>) => {
    const count = waitedDays(entry);
    return count === 0 ? t('waitsToday') : t('waits', { count });
  };
  const since = (entry: Pick<WaitingEntry, 'since'>) => {
    const count = waitedDays(entry);
    return count === 0 ? t('sinceToday') : t('since', { count });
  };

  const isOver = ({ toDay }: Pick<WaitingEntry, 'toDay'>) => toDay !== null && toDay < today;
  const days = ({ fromDay, toDay }: Pick<WaitingEntry, 'fromDay' | 'toDay'>) => {
    const [from, to] = [formats.dateGrid(fromDay), toDay && formats.dateGrid(toDay)];
    if (to && fromDay === toDay) return t('window.on', { from });
    if (to) return fromDay > today ? t('window.between', { from, to }) : t('window.until', { to });
    return fromDay > today ? t('window.from', { from }) : t('window.asap');
  };

  const hours = ({ startMin, endMin }: Pick<WeekTime, 'startMin' | 'endMin'>) => {
    if (startMin === 0) return t('times.until', { time: formats.timeOfMinutes(endMin) });
    if (endMin === 1440) return t('times.from', { time: formats.timeOfMinutes(startMin) });
    return t('times.range', { range: formats.timeRange(startMin, endMin) });
  };
  const spanWords = (span: Pick<WeekTime, 'startMin' | 'endMin'>, names: string | null) => {
    const { startMin, endMin } = span;
    const isPart = (part: { startMin: number; endMin: number }) => startMin === part.startMin && endMin === part.endMin;
    if (isPart({ startMin: 0, endMin: 1440 })) return names ? t('times.allDay', { days: names }) : '';
    if (isPart(partsOfDay.morning)) return names ? t('times.dayMorning', { days: names }) : t('times.morning');
    if (isPart(partsOfDay.afternoon)) return names ? t('times.dayAfternoon', { days: names }) : t('times.afternoon');
    return names ? t('times.dayRange', { days: names, range: hours(span) }) : hours(span);
  };
  /** « le matin », « mar., jeu. après-midi », « après 16 h »; empty for any time. */
  const times = (spans: readonly WeekTime[]) => {
    const groups = new Map<string, { span: WeekTime; days: Weekday[] }>();
    for (const span of spans) {
      const key = `${span.startMin} ${span.endMin}`;
      const group = groups.get(key) ?? { span, days: [] };
      group.days.push(String(span.isodow) as Weekday);
      groups.set(key, group);
    }
    return [...groups.values()]
      .map(({ span, days: on }) => {
        const names = on.length >= weekdays.length ? null : on.map((day) => t(`weekday.${day}`)).join(', ');
        return spanWords(span, names);
      })
      .filter(Boolean)
      .join(', ');
  };

  const columns = ({ resourceIds }: Pick<WaitingEntry, 'resourceIds'>) =>
    resourceIds.length === 0 ? t('anyColumn') : resourceIds.map((id) => columnName(setup, id)).join(', ');
  const motif = ({ motifId, durationMin }: Pick<WaitingEntry, 'motifId' | 'durationMin'>) => ({
    name: setup.motifs.find(({ id }) => id === motifId)?.name ?? '',
    minutes: formats.minutesSpan(durationMin),
  });

  /** « auj. 11 h 30 », « mar. 3 mars 9 h 10 ». */
  const place = ({ day, startMin }: Pick<WaitingPlace, 'day' | 'startMin'>) => {
    const time = formats.timeOfMinutes(startMin);
    return day === today ? t('today', { time }) : t('place', { day: formats.dateGrid(day), time });
  };

  const reason = (why: FitReason): string | null => {
    switch (why.code) {
      case 'urgency':
        return why.urgency === 'normal' ? null : t(`reason.urgency_${why.urgency}`);
      case 'waits':
        return why.days === 0 ? t('waitsToday') : t('waits', { count: why.days });
      case 'earlier':
        return why.days === 0 ? t('reason.earlierToday') : t('reason.earlier', { count: why.days });
      case 'at_her_times':
        return t('reason.at_her_times');
      case 'window_ends':
        return t('reason.window_ends', { day: formats.dateGrid(why.day) });
      case 'notice':
        return t('reason.notice', { span: span(why.minutes) });
      case 'length': {
        const [minutes, left] = [formats.minutesSpan(why.minutes), formats.minutesSpan(why.leftMin)];
        return why.leftMin === 0 ? t('reason.length', { minutes }) : t('reason.lengthLeft', { minutes, left });
      }
    }
  };
  /** « 2 h », « 3 jours ». */
  const span = (minutes: number) =>
    minutes >= 1440 && minutes % 1440 === 0 ? t('days', { count: minutes / 1440 }) : formats.minutesSpan(minutes);

  return { today, waited, since, isOver, days, times, columns, motif, place, reason, span };
}
