import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import { IconShieldCheck, IconX } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { columnName } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import { useProblemSentence } from '../../lib/problem-sentence';
import { Button, IconButton } from '../../ui/button';
import { DraftNotice } from '../../ui/draft-notice';
import { FirstFieldBox } from '../../ui/first-field-box';
import { Icon } from '../../ui/icon';
import { KeyValue } from '../../ui/key-value';
import { Panel } from '../../ui/panel';
import { TextInput } from '../../ui/text-input';
import { SeriesMonths } from './series-months';
import { placesOf } from './series-tally';
import type { SeriesInHand } from './use-series';

interface SeriesPanelProps {
  readonly series: SeriesInHand;
  readonly renderPatientPicker: (onPick: (patient: PatientHit) => void) => ReactNode;
  readonly onPicked: () => void;
  readonly onClose: () => void;
}

/** Who, how many of each kind, the months, and the one main button that says its number. */
export function SeriesPanel({ series, renderPatientPicker, onPicked, onClose }: SeriesPanelProps) {
  const { t } = useTranslation('series');
  const { form, change, draft, plan, tally } = series;
  const pick = (patient: PatientHit) => {
    change({ patient, choices: {} });
    onPicked();
  };
  return (
    <Panel label={t('panel')} head={<b>{t('panel')}</b>} foot={<Submit series={series} />} onClose={onClose}>
      <DraftNotice draft={draft} />
      {form.patient ? (
        <PatientHead series={series} onChange={() => change({ patient: null, choices: {} })} />
      ) : (
        <FirstFieldBox>{renderPatientPicker(pick)}</FirstFieldBox>
      )}
      {tally && (
        <dl className="sr-tally">
          {(['free', 'moved', 'skipped', 'undecided'] as const).map((name) => (
            <div key={name} className={name === 'undecided' && tally.undecided > 0 ? 'is-open' : undefined}>
              <dt>{t(`tally.${name}`, { count: tally[name] })}</dt>
              <dd>{tally[name]}</dd>
            </div>
          ))}
        </dl>
      )}
      {plan && <SeriesMonths plan={plan} />}
      {plan && <Ends series={series} />}
      <div className="sect">
        <TextInput
          label={t('note')}
          value={form.note}
          maxLength={300}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
      </div>
      <div className="sect">
        <p className="call plain">
          <Icon of={IconShieldCheck} />
          <span>{t('allOrNothing')}</span>
        </p>
      </div>
    </Panel>
  );
}

function PatientHead({ series: { form, today }, onChange }: { series: SeriesInHand; onChange: () => void }) {
  const { t } = useTranslation('series');
  const formats = useFormats();
  const { patient } = form;
  if (!patient) return null;
  return (
    <div className="sr-who">
      <div>
        <h2>
          <b>{patient.usedName || patient.birthName}</b> {patient.firstName}
        </h2>
        <p className="muted">{formats.age(patient.birthDate, today)}</p>
      </div>
      <IconButton icon={IconX} label={t('changePatient')} look="ghost" size="sm" onClick={onChange} />
    </div>
  );
}

function Ends({ series: { plan, chosen, setup } }: { series: SeriesInHand }) {
  const { t } = useTranslation('series');
  const formats = useFormats();
  const places = plan ? placesOf(plan) : [];
  const [first, last] = [places[0], places.at(-1)];
  const at = ({ day, startMin }: { day: string; startMin: number }) =>
    t('dayAt', { day: formats.dateGrid(day), time: formats.timeOfMinutes(startMin) });
  return (
    <div className="sect">
      <KeyValue
        lines={[
          [t('ends.first'), first && at(first)],
          [t('ends.last'), last && <b>{at(last)}</b>],
          [t('ends.with'), chosen.resourceId && columnName(setup, chosen.resourceId)],
          [t('ends.motif'), chosen.motif?.name],
          [t('ends.bring'), chosen.motif?.bring || undefined],
        ]}
      />
    </div>
  );
}

function Submit({ series }: { series: SeriesInHand }) {
  const { t } = useTranslation('series');
  const say = useProblemSentence();
  const { form, tally, isReady, isBusy, submit, problem } = series;
  const wanted = (tally?.booked ?? 0) + (tally?.undecided ?? 0);
  const missing = form.patient
    ? tally && tally.undecided > 0 && t('needDecision', { count: tally.undecided })
    : t('needPatient');
  return (
    <div className="sr-foot">
      {problem !== null && (
        <p className="fault" role="alert">
          {say(problem).sentence}
        </p>
      )}
      {problem === null && missing && <p className="hint">{missing}</p>}
      <Button look="primary" size="xl" keys="Ctrl+Enter" busy={isBusy} aria-disabled={!isReady} onClick={submit}>
        {tally && wanted > 0 ? t('submit', { count: wanted }) : t('submitBare')}
      </Button>
      <p className="hint">{t('undoable')}</p>
    </div>
  );
}
