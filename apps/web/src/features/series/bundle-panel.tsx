import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import type { BundleKind } from '@pupitre/shared/planning/bundle.contract';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { usePracticeSetup } from '../../lib/practice-setup';
import { useProblemSentence } from '../../lib/problem-sentence';
import { useMembership } from '../../lib/session';
import { Button } from '../../ui/button';
import { DraftNotice } from '../../ui/draft-notice';
import { Panel } from '../../ui/panel';
import { BundleOffers } from './bundle-offers';
import { BundleSteps } from './bundle-steps';
import { BundleWhen } from './bundle-when';
import './series.css';
import { type BundleInHand, useBundle } from './use-bundle';

interface BundlePanelProps {
  readonly kind: BundleKind;
  readonly renderPatientPicker: (onPick: (patient: PatientHit) => void) => ReactNode;
  readonly onBooked: (day: string, visitId: string) => void;
  readonly onClose: () => void;
}

/** Visits one after the other, for one patient or for a family: the places where all fit, booked by one act. */
export function BundlePanel(props: BundlePanelProps) {
  const { practiceId } = useMembership();
  const setup = usePracticeSetup(practiceId);
  return setup ? <Shown {...props} setup={setup} /> : null;
}

function Shown({
  kind,
  setup,
  renderPatientPicker,
  onBooked,
  onClose,
}: BundlePanelProps & Pick<BundleInHand, 'setup'>) {
  const { t } = useTranslation('series');
  const bundle = useBundle(setup, kind, onBooked);
  const body = useRef<HTMLDivElement>(null);
  useFocusKept(body, bundle.form);
  useShortcut({
    ...{ id: 'bundle.submit', keys: 'Ctrl+Enter', scope: 'global', labelKey: 'series:keys.submit' },
    ...{ groupKey: 'series:keys.title', run: bundle.submit },
  });
  return (
    <Panel
      label={t(`bundle.${kind}`)}
      head={<b>{t(`bundle.${kind}`)}</b>}
      foot={<Submit bundle={bundle} />}
      onClose={onClose}
    >
      <div ref={body}>
        <DraftNotice draft={bundle.draft} />
        <BundleSteps bundle={bundle} renderPatientPicker={renderPatientPicker} />
        <BundleWhen bundle={bundle} />
        <BundleOffers bundle={bundle} />
      </div>
    </Panel>
  );
}

/** Whoever is picked takes the picker away, and the focus with it: it goes on to why they come. */
function useFocusKept(body: RefObject<HTMLDivElement | null>, { kind, patient, steps }: BundleInHand['form']) {
  const who = `${patient?.id} ${steps.length}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time somebody comes or goes
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const boxes = [...(body.current?.querySelectorAll<HTMLElement>('.sr-step select') ?? [])];
      (kind === 'chain' ? boxes[0] : boxes.at(-1))?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [who]);
}

function Submit({ bundle }: { bundle: BundleInHand }) {
  const { t } = useTranslation('series');
  const say = useProblemSentence();
  const { form, offer, isAsked, isFresh, isBusy, submit, problem } = bundle;
  const need = form.kind === 'chain' ? (form.patient ? 'bundle.need' : 'bundle.needPatient') : 'bundle.needPeople';
  return (
    <div className="sr-foot">
      {problem ? (
        <p className="fault" role="alert">
          {say(problem).sentence}
        </p>
      ) : (
        !isAsked && <p className="hint">{t(need)}</p>
      )}
      <Button
        look="primary"
        size="xl"
        keys="Ctrl+Enter"
        busy={isBusy}
        aria-disabled={!offer || !isFresh}
        onClick={submit}
      >
        {t('bundle.submit', { count: form.steps.length })}
      </Button>
      <p className="hint">{t('bundle.undoable')}</p>
    </div>
  );
}
