import type { PlanLine } from '@pupitre/shared/planning/absence-plan.contract';
import type { FreeSlotView } from '@pupitre/shared/planning/free-slots.contract';
import { isLeft } from '@pupitre/shared/planning/replacing';
import { IconFlag } from '@tabler/icons-react';
import { type RefObject, useId, useRef } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { focusAtMount } from '../../lib/focus-at-mount';
import { useFormats } from '../../lib/formats';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Kbd } from '../../ui/kbd';
import { Panel } from '../../ui/panel';
import { PatientName } from '../../ui/patient-line';
import { TextInput } from '../../ui/text-input';
import type { AbsenceWords } from './absence-words';
import { CallNumber } from './call-number';
import { StateChip } from './plan-chips';
import type { LineInHand } from './use-line-in-hand';

interface PlanPanelProps {
  readonly hand: LineInHand;
  readonly line: PlanLine;
  readonly next: PlanLine | undefined;
  readonly words: AbsenceWords;
  readonly absence: { readonly resourceId: string; readonly startsAt: string; readonly endsAt: string };
  readonly today: string;
  readonly onNext: () => void;
  /** The row takes the focus again: its letters act. */
  readonly onBackToRow: () => void;
  readonly onClose: () => void;
}

const noteLength = 200;

/** One call: who, what to know, three places, the sentence to say, the note, and what came of it. */
export function PlanPanel(props: PlanPanelProps) {
  const { hand, line, words, absence, today, onClose } = props;
  const { t } = useTranslation('absence-plan');
  const formats = useFormats();
  const { patient, motifId } = line;
  const { headsUp } = patient;
  const isOpen = isLeft(line.state) || line.state === 'told';
  return (
    <Panel label={t('panel.label')} head={<StateChip line={line} />} onClose={onClose} foot={<PanelFoot {...props} />}>
      <section className="ab-who">
        <h2>
          <PatientName patient={patient} />
        </h2>
        <p>{[formats.age(patient.birthDate, today), words.motif(motifId)].filter(Boolean).join(' · ')}</p>
        <CallNumber key={line.appointmentId} patientId={patient.id} masked={line.phoneMasked} />
        {line.at && line.by && <p className="hint">{words.noted({ by: line.by, at: line.at })}</p>}
      </section>
      {headsUp && (
        <section className="sect">
          <p className="call">
            <Icon of={IconFlag} />
            <span>
              <b>{t('panel.headsUp')}</b> {headsUp}
            </span>
          </p>
        </section>
      )}
      {line.to && (
        <section className="sect">
          <h3>{t('panel.newPlace')}</h3>
          <p className="ab-place is-taken">{words.place(line.to, absence.resourceId)}</p>
        </section>
      )}
      {isOpen && line.status !== 'arrived' && <Places hand={hand} line={line} words={words} />}
      {isOpen && (
        <section className="sect">
          <TextInput
            label={t('panel.note')}
            maxLength={noteLength}
            value={hand.note}
            onChange={({ currentTarget }) => hand.setNote(currentTarget.value)}
          />
        </section>
      )}
    </Panel>
  );
}

function Places({ hand, line, words }: Pick<PlanPanelProps, 'hand' | 'line' | 'words'>) {
  const { t } = useTranslation('absence-plan');
  const formats = useFormats();
  const id = useId();
  const { places, chosen } = hand;
  return (
    <>
      <section className="sect" aria-labelledby={id}>
        <h3 id={id}>
          {t('panel.places', { span: formats.minutesSpan(line.durationMin) })}
          <span className="sp" />
          <Button size="xs" look="ghost" keys="F8" busy={hand.isLooking} onClick={hand.lookFurther}>
            {t('panel.others')}
          </Button>
        </h3>
        {places.length === 0 && <p className="hint">{t(hand.isLooking ? 'panel.looking' : 'noPlace.none')}</p>}
        <ol className="ab-places">
          {places.map((place, index) => (
            <li key={`${place.resourceId} ${place.day} ${place.startMin}`}>
              <button
                type="button"
                className={place === chosen ? 'is-chosen' : undefined}
                aria-pressed={place === chosen}
                onClick={() => hand.choose(index)}
              >
                <Kbd keys={String(index + 1)} />
                <span className="ab-day">{formats.dateMedium(place.day)}</span>
                <b className="tn">{formats.timeOfMinutes(place.startMin)}</b>
                <span className="hint">{words.column(place.resourceId)}</span>
              </button>
            </li>
          ))}
        </ol>
      </section>
      {chosen && <Sentence place={chosen} line={line} words={words} />}
    </>
  );
}

/** What to say on the telephone, in whole words. */
function Sentence({ place, line, words }: { place: FreeSlotView } & Pick<PlanPanelProps, 'line' | 'words'>) {
  const { t } = useTranslation('absence-plan');
  const formats = useFormats();
  const { from } = line;
  const values = {
    old: t('dayAt', { day: formats.dateMedium(from.day), time: formats.timeOfMinutes(from.startMin) }),
    absent: words.with(from.resourceId),
    whom: place.resourceId === from.resourceId ? '' : ` ${words.with(place.resourceId)}`,
    day: formats.dateMedium(place.day),
    time: formats.timeOfMinutes(place.startMin),
  };
  return (
    <section className="ab-say">
      <span>{t('panel.say')}</span>
      <p>
        <Trans t={t} i18nKey="panel.sentence" values={values} components={{ b: <b /> }} />
      </p>
    </section>
  );
}

type FootProps = Pick<PlanPanelProps, 'hand' | 'line' | 'next' | 'onNext' | 'onBackToRow'>;

function PanelFoot({ hand, line, next, onNext, onBackToRow }: FootProps) {
  const { t } = useTranslation('absence-plan');
  const formats = useFormats();
  const { chosen, isBusy } = hand;
  const isOpen = isLeft(line.state) || line.state === 'told';
  if (hand.isRefusing && isOpen) return <RefusalFoot hand={hand} onBackToRow={onBackToRow} />;
  return (
    <div className="ab-foot">
      {isOpen && line.status !== 'arrived' && chosen && (
        <Button look="primary" keys="Enter" busy={isBusy} onClick={hand.rebook}>
          {t('act.rebook', { day: formats.dateGrid(chosen.day), time: formats.timeOfMinutes(chosen.startMin) })}
        </Button>
      )}
      {isOpen && (
        <div className="ab-outs">
          {line.state !== 'told' && (
            <Button size="sm" keys="P" disabled={isBusy} onClick={hand.tell}>
              {t('act.told')}
            </Button>
          )}
          {line.status !== 'arrived' && (
            <>
              <Button size="sm" keys="R" disabled={isBusy} onClick={hand.askRefusal}>
                {t('act.refuse')}
              </Button>
              <Button size="sm" keys="N" disabled={isBusy} onClick={hand.noAnswer}>
                {t('act.noAnswer')}
              </Button>
            </>
          )}
        </div>
      )}
      {next && (
        <Button size="sm" keys="ArrowDown" onClick={onNext}>
          {t('act.next', { who: formats.nameFull(next.patient) })}
        </Button>
      )}
    </div>
  );
}

/** She wants none of them: the visit is cancelled, or waits for a word of the doctor. */
function RefusalFoot({ hand, onBackToRow }: Pick<FootProps, 'hand' | 'onBackToRow'>) {
  const { t } = useTranslation('absence-plan');
  const box = useRef<HTMLFieldSetElement>(null);
  const back = () => {
    hand.dropRefusal();
    onBackToRow();
  };
  useRefusalKey(box, 'A', 'cancel', hand.cancelVisit);
  useRefusalKey(box, 'S', 'aside', hand.putAside);
  useRefusalKey(box, 'Escape', 'back', back);
  return (
    <fieldset className="ab-foot" ref={box}>
      <legend>{t('refusal.title')}</legend>
      <Button look="danger" keys="A" ref={focusAtMount} busy={hand.isBusy} onClick={hand.cancelVisit}>
        {t('refusal.cancel')}
      </Button>
      <Button keys="S" disabled={hand.isBusy} onClick={hand.putAside}>
        {t('refusal.aside')}
      </Button>
      <Button look="ghost" size="sm" keys="Escape" onClick={back}>
        {t('refusal.back')}
      </Button>
    </fieldset>
  );
}

function useRefusalKey(
  within: RefObject<Element | null>,
  keys: string,
  name: 'cancel' | 'aside' | 'back',
  run: () => void,
) {
  useShortcut({
    id: `absence.refusal.${name}`,
    keys,
    scope: 'focus',
    within,
    labelKey: `absence-plan:refusal.${name}`,
    groupKey: 'absence-plan:title',
    run,
  });
}
