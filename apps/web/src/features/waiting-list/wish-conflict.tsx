import type { WaitingEntry } from '@pupitre/shared/planning/waiting-list.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clashesOf, mergedOf, type Side } from '../../lib/conflict';
import { useFormats } from '../../lib/formats';
import { ConflictView } from '../../ui/conflict-view';
import { useWaitingWords } from './use-waiting-words';
import { timesOf } from './week-times';
import type { TypedWish } from './wish-draft';

interface WishConflictProps {
  setup: PracticeSetup;
  entry: WaitingEntry;
  base: TypedWish;
  theirs: TypedWish;
  typed: TypedWish;
  onSettle: (settled: TypedWish) => void;
}

/** A colleague changed the same wait: field by field, hers or ours. */
export function WishConflict({ setup, entry, base, theirs, typed, onSettle }: WishConflictProps) {
  const { t } = useTranslation('waiting-list');
  const formats = useFormats();
  const words = useWaitingWords(setup);
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const clashes = clashesOf(base, theirs, typed);
  const labels: Record<keyof TypedWish, string> = {
    ...{ patient: t('form.patient'), motifId: t('form.motif'), minutes: t('form.minutes') },
    ...{ resourceIds: t('form.columns'), fromDay: t('form.from'), toDay: t('form.to') },
    ...{ halves: t('form.times'), ownTimes: t('form.ownTimes'), fromTime: t('form.after'), toTime: t('form.before') },
    ...{ noticeMin: t('form.notice'), urgency: t('form.urgency'), visit: t('entry.current'), note: t('form.note') },
  };
  const say = (field: keyof TypedWish, values: TypedWish): string => {
    switch (field) {
      case 'patient':
        return values.patient ? formats.nameFull(values.patient) : '';
      case 'motifId':
        return setup.motifs.find(({ id }) => id === values.motifId)?.name ?? '';
      case 'resourceIds':
        return words.columns(values);
      case 'halves':
        return words.times(timesOf({ halves: values.halves, fromMin: null, toMin: null })) || t('entry.anyTime');
      case 'ownTimes':
        return words.times(values.ownTimes ?? []);
      case 'noticeMin':
        return values.noticeMin === 0
          ? t('form.noticeNone')
          : t('form.noticeSpan', { span: words.span(values.noticeMin) });
      case 'urgency':
        return t(`urgency.${values.urgency}`);
      case 'visit':
        return values.visit
          ? t('placeLong', {
              day: formats.dateMedium(values.visit.day),
              time: formats.timeOfMinutes(values.visit.startMin),
            })
          : '';
      default:
        return values[field];
    }
  };
  return (
    <ConflictView
      kind="waiting"
      subjectId={entry.id}
      version={entry.version}
      fields={clashes.map((field) => ({
        ...{ field, label: labels[field], choice: choices[field] ?? 'mine' },
        ...{ before: say(field, base), theirs: say(field, theirs), mine: say(field, typed) },
      }))}
      onChoose={(field, side) => setChoices({ ...choices, [field]: side })}
      onChooseAll={(side) => setChoices(Object.fromEntries(clashes.map((field) => [field, side])))}
      onSettle={() => onSettle(mergedOf(base, theirs, typed, choices))}
    />
  );
}
