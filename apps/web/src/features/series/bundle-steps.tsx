import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { columnName } from '../../lib/column-name';
import { offeredMotifs } from '../../lib/offered-motifs';
import { Button, IconButton } from '../../ui/button';
import { FirstFieldBox } from '../../ui/first-field-box';
import { ChoiceInput } from '../../ui/text-input';
import { type BundleStep, mostSteps, newStep } from './bundle-form';
import type { BundleInHand } from './use-bundle';

interface BundleStepsProps {
  readonly bundle: BundleInHand;
  readonly renderPatientPicker: (onPick: (patient: PatientHit) => void) => ReactNode;
}

/** Who and why, in the order of the visits. */
export function BundleSteps({ bundle, renderPatientPicker }: BundleStepsProps) {
  const { t } = useTranslation('series');
  const { setup, form, change } = bundle;
  const isFamily = form.kind === 'family';
  const [isAdding, setAdding] = useState(false);
  const set = (key: string, part: Partial<BundleStep>) =>
    change({ steps: form.steps.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  const remove = (key: string) => change({ steps: form.steps.filter((one) => one.key !== key) });
  const pick = (patient: PatientHit) => {
    if (!isFamily) return change({ patient });
    const last = form.steps.at(-1);
    // A family mostly comes for the same thing.
    change({ steps: [...form.steps, { ...newStep(setup, patient), ...(last && { motifId: last.motifId }) }] });
    setAdding(false);
  };
  const asks = isFamily ? isAdding || form.steps.length < 2 : form.patient === null;
  return (
    <>
      {!isFamily && form.patient && <Chosen patient={form.patient} onRemove={() => change({ patient: null })} />}
      {form.steps.map((one, at) => (
        <div key={one.key} className="sect sr-step">
          <h3>
            {isFamily && one.patient ? <PatientName patient={one.patient} /> : t('bundle.visit', { number: at + 1 })}
            <span className="sp" />
            {(isFamily || form.steps.length > 2) && (
              <IconButton
                icon={IconX}
                label={t('bundle.remove')}
                look="ghost"
                size="xs"
                onClick={() => remove(one.key)}
              />
            )}
          </h3>
          <ChoiceInput
            label={t('bundle.motif')}
            choices={offeredMotifs(setup, one.resourceId || null).map(({ id, name }) => ({ value: id, label: name }))}
            value={one.motifId}
            onPick={(motifId) => set(one.key, { motifId })}
          />
          {!form.sameColumn && (
            <Agenda bundle={bundle} step={one} onPick={(resourceId) => set(one.key, { resourceId })} />
          )}
        </div>
      ))}
      {asks && <FirstFieldBox key={form.steps.length}>{renderPatientPicker(pick)}</FirstFieldBox>}
      {!asks && form.steps.length < mostSteps && (
        <div className="sect">
          <Button
            size="sm"
            icon={IconPlus}
            onClick={() => (isFamily ? setAdding(true) : change({ steps: [...form.steps, newStep(setup)] }))}
          >
            {t(isFamily ? 'bundle.addPatient' : 'bundle.add')}
          </Button>
        </div>
      )}
    </>
  );
}

interface AgendaProps {
  readonly bundle: BundleInHand;
  readonly step: BundleStep;
  readonly onPick: (resourceId: string) => void;
}

function Agenda({ bundle: { setup }, step, onPick }: AgendaProps) {
  const { t } = useTranslation('series');
  const motif = setup.motifs.find(({ id }) => id === step.motifId);
  const columns = setup.resources.filter(({ id, active }) => active && motif?.resourceIds.includes(id));
  const choices = columns.map(({ id }) => ({ value: id, label: columnName(setup, id) }));
  return (
    <ChoiceInput
      label={t('bundle.agenda')}
      choices={[{ value: '', label: t('bundle.anyAgenda') }, ...choices]}
      value={step.resourceId}
      onPick={onPick}
    />
  );
}

function Chosen({ patient, onRemove }: { patient: NonNullable<BundleStep['patient']>; onRemove: () => void }) {
  const { t } = useTranslation('series');
  return (
    <div className="sr-who">
      <h2>
        <PatientName patient={patient} />
      </h2>
      <IconButton icon={IconX} label={t('changePatient')} look="ghost" size="sm" onClick={onRemove} />
    </div>
  );
}

function PatientName({ patient }: { patient: NonNullable<BundleStep['patient']> }) {
  return (
    <span>
      <b>{patient.usedName || patient.birthName}</b> {patient.firstName}
    </span>
  );
}
