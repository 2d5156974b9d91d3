import type { SeriesChoice, SeriesPlace } from '@pupitre/shared/planning/series';
import type { PlannedVisitView } from '@pupitre/shared/planning/series.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import {
  IconArrowBackUp,
  IconCalendarOff,
  IconCalendarPlus,
  IconCalendarSearch,
  IconCalendarUser,
  IconCheck,
  IconCircleCheck,
  IconClockExclamation,
  IconFlag,
  IconPlayerSkipForward,
  IconStackPush,
  IconUser,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { columnName } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import { IconButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { OccurrenceEditor, type OpenEditor } from './occurrence-editor';
import { useOccurrenceWords } from './occurrence-words';

const ICONS: Partial<Record<PlannedVisitView['state'], TablerIcon>> = {
  ok: IconCircleCheck,
  holiday: IconFlag,
  closed: IconCalendarOff,
  absence: IconCalendarOff,
  patient_busy: IconCalendarUser,
  gap_time: IconClockExclamation,
};

interface OccurrenceRowProps {
  readonly setup: PracticeSetup;
  readonly visit: PlannedVisitView;
  readonly number: number;
  readonly kind: 'book' | 'move';
  readonly isActive: boolean;
  readonly isChanged: boolean;
  readonly editor: OpenEditor | null;
  readonly onFocus: () => void;
  readonly onDecide: (choice: SeriesChoice) => void;
  readonly onOpen: (which: OpenEditor) => void;
  readonly onLeave: () => void;
}

export function OccurrenceRow(props: OccurrenceRowProps) {
  const { setup, visit, number, kind, isActive, isChanged, editor, onFocus, onDecide, onOpen, onLeave } = props;
  const { t } = useTranslation('series');
  const formats = useFormats();
  const { wanted, state, choice, isDecided } = visit;
  const looks = [
    state !== 'ok' && choice.kind !== 'skip' && choice.kind !== 'extend' ? 'is-met' : '',
    isDecided ? '' : 'is-open',
    choice.kind === 'skip' || choice.kind === 'extend' ? 'is-left' : '',
    isActive ? 'is-active' : '',
    isChanged ? 'is-changed' : '',
  ];
  const buttons = { look: 'ghost', size: 'xs', tabIndex: isActive ? 0 : -1 } as const;
  return (
    <>
      <tr className={looks.filter(Boolean).join(' ') || undefined}>
        <td className="num">{number}</td>
        <th scope="row">
          <button
            type="button"
            className="sr-day"
            data-key={visit.key}
            tabIndex={isActive ? 0 : -1}
            onFocus={onFocus}
            onClick={() => onOpen('place')}
          >
            {formats.dateGrid(wanted.day)}
          </button>
        </th>
        <td className="tn">{formats.timeOfMinutes(wanted.startMin)}</td>
        <td>
          <StateCell {...{ setup, visit, isChanged }} />
        </td>
        <td>
          <ChoiceCell {...{ setup, visit, kind, isActive, onDecide }} />
        </td>
        <td className="sr-acts">
          {choice.kind === 'keep' ? (
            <>
              <IconButton
                {...buttons}
                icon={IconCalendarSearch}
                label={t('act.move')}
                keys="D"
                onClick={() => onOpen('place')}
              />
              {state !== 'ok' && visit.mayOverride && (
                <IconButton
                  {...buttons}
                  icon={IconStackPush}
                  label={t('act.override')}
                  keys="R"
                  onClick={() => onOpen('override')}
                />
              )}
              {kind === 'book' && (
                <IconButton
                  {...buttons}
                  icon={IconCalendarPlus}
                  label={t('act.extend')}
                  keys="P"
                  onClick={() => onDecide({ kind: 'extend' })}
                />
              )}
              <IconButton
                {...buttons}
                icon={IconPlayerSkipForward}
                label={t(kind === 'book' ? 'act.skip' : 'act.stay')}
                keys="S"
                onClick={() => onDecide({ kind: 'skip' })}
              />
            </>
          ) : (
            <IconButton
              {...buttons}
              icon={IconArrowBackUp}
              label={t('act.keep')}
              keys="Backspace"
              onClick={() => onDecide({ kind: 'keep' })}
            />
          )}
        </td>
      </tr>
      {editor && (
        <tr className="sr-editor">
          <td colSpan={6}>
            <OccurrenceEditor {...{ setup, visit, onDecide, onLeave }} open={editor} />
          </td>
        </tr>
      )}
    </>
  );
}

function StateCell({ setup, visit, isChanged }: Pick<OccurrenceRowProps, 'setup' | 'visit' | 'isChanged'>) {
  const { t } = useTranslation('series');
  const formats = useFormats();
  const say = useOccurrenceWords(setup.practice.zone);
  const { state, wanted, clockChanged, isDecided, takenBy } = visit;
  const icon = ICONS[state] ?? IconUser;
  const changed = isChanged && <span className="chip brand">{t('changed')}</span>;
  if (state !== 'ok') {
    return (
      <span className="sr-why">
        <Icon of={icon} />
        <span>{say(visit, wanted.day, wanted.startMin, takenBy)}</span>
        {changed}
      </span>
    );
  }
  const hint = clockChanged ? t('clockChanged', { time: formats.timeOfMinutes(wanted.startMin) }) : '';
  return (
    <span className={isDecided ? 'sr-ok' : 'sr-why'}>
      <Icon of={icon} />
      {isDecided ? t('state.ok') : t('state.ownClash')}
      {hint && <span className="hint">{hint}</span>}
      {changed}
    </span>
  );
}

type ChoiceCellProps = Pick<OccurrenceRowProps, 'setup' | 'visit' | 'kind' | 'isActive' | 'onDecide'>;

function ChoiceCell({ setup, visit, kind, isActive, onDecide }: ChoiceCellProps) {
  const { t } = useTranslation('series');
  const say = useOccurrenceWords(setup.practice.zone);
  const { choice, alternatives, wanted, moveFault } = visit;
  if (choice.kind === 'skip') return <span className="hint">{t(kind === 'book' ? 'choice.skip' : 'choice.stay')}</span>;
  if (choice.kind === 'extend') return <span className="hint">{t('choice.extend')}</span>;
  if (choice.kind === 'override')
    return <span className="sr-over">{t('choice.override', { reason: choice.reason })}</span>;
  const isOther = choice.kind === 'move' && !alternatives.some((place) => isSame(place, choice));
  if (alternatives.length === 0 && !isOther) {
    return visit.state === 'ok' ? null : <span className="hint">{t('choice.none')}</span>;
  }
  const shown = isOther ? [...alternatives, choice] : alternatives;
  return (
    <span className="sr-alts">
      {shown.map((place, at) => {
        const isChosen = choice.kind === 'move' && isSame(place, choice);
        return (
          <button
            key={`${place.resourceId} ${place.day} ${place.startMin}`}
            type="button"
            className={isChosen ? 'sr-alt on' : 'sr-alt'}
            aria-pressed={isChosen}
            aria-keyshortcuts={at < alternatives.length ? String(at + 1) : undefined}
            tabIndex={isActive ? 0 : -1}
            onClick={() => onDecide(isChosen ? { kind: 'keep' } : { kind: 'move', ...placeOf(place) })}
          >
            {isChosen && <Icon of={IconCheck} size={12} />}
            <PlaceWords setup={setup} place={place} home={wanted} />
          </button>
        );
      })}
      {moveFault && choice.kind === 'move' && (
        <span className="fault">{say(moveFault, choice.day, choice.startMin)}</span>
      )}
    </span>
  );
}

/** « jeu. 12 à 15 h 30 », with the column when it is another one. */
function PlaceWords({ setup, place, home }: { setup: PracticeSetup; place: SeriesPlace; home: SeriesPlace }) {
  const { t } = useTranslation('series');
  const formats = useFormats();
  const words = {
    day: nearDay(formats.dateGrid(place.day), place.day, home.day),
    time: formats.timeOfMinutes(place.startMin),
  };
  if (place.resourceId === home.resourceId) return t('place', words);
  return t('placeIn', { ...words, column: columnName(setup, place.resourceId) });
}

/** In the month of the visit the month goes without saying: « jeu. 12 ». */
const nearDay = (words: string, day: string, from: string) =>
  day.slice(0, 7) === from.slice(0, 7) ? words.split(' ').slice(0, 2).join(' ') : words;

const placeOf = ({ resourceId, day, startMin }: SeriesPlace): SeriesPlace => ({ resourceId, day, startMin });
const isSame = (a: SeriesPlace, b: SeriesPlace) =>
  a.resourceId === b.resourceId && a.day === b.day && a.startMin === b.startMin;
