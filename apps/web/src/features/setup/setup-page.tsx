import { type FoundingForm, foundPractice } from '@pupitre/shared/practices/founding.contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { useFormats } from '../../lib/formats';
import { useScreenTitle } from '../../lib/screen-title';
import { useSession } from '../../lib/session';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { HoursStep } from './hours-step';
import { writeDay } from './hours-text';
import { LinksSheet } from './links-sheet';
import { MotifsStep } from './motifs-step';
import { PeopleStep } from './people-step';
import { PracticeStep } from './practice-step';
import { PractitionersStep } from './practitioners-step';
import './setup.css';
import { SetupContext } from './setup-context';
import { startingSetup } from './setup-draft';
import { faultsOfStep, readSetup, stepOfFault } from './setup-reading';
import { forgetSetup, useTypedSetup } from './setup-store';
import { StepStrip } from './step-strip';
import { type Step, steps } from './steps';
import { SummaryStep } from './summary-step';

const pages = {
  cabinet: PracticeStep,
  praticiens: PractitionersStep,
  horaires: HoursStep,
  motifs: MotifsStep,
  acces: PeopleStep,
  resume: SummaryStep,
} as const satisfies Record<Step, () => React.ReactNode>;

const ordinaryDay = [
  { startMin: 540, endMin: 750 },
  { startMin: 840, endMin: 1110 },
];

export interface SetupPageProps {
  step: Step;
  onStep: (step: Step) => void;
  /** The practice stands, and its links were handed over. */
  onDone: (practiceId: string | null) => void;
}

/** The first run: six steps, nothing written before the last, then everything at once. */
export function SetupPage({ step, onStep, onDone }: SetupPageProps) {
  const { t } = useTranslation('setup');
  const formats = useFormats();
  const { account, founding } = useSession();
  const weekday = writeDay(ordinaryDay, formats.timeRange);
  const [typed, change] = useTypedSetup(account.id, () => startingSetup(founding?.practiceName ?? '', weekday));
  const [tried, setTried] = useState<Step | null>(null);
  const { faults, form } = readSetup(typed);
  const own = faultsOfStep(faults, step);
  const { send, isPending, error, data } = useFounding(account.id, onDone);
  const heading = useRef<HTMLHeadingElement>(null);
  const box = useRef<HTMLFormElement>(null);
  useScreenTitle(t(`step.${step}`), t('title'));
  const place = steps.indexOf(step);
  const reached = steps.findIndex((each) => faultsOfStep(faults, each).size > 0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is a new page, and is read from its title
  useEffect(() => heading.current?.focus(), [step]);

  if (data)
    return <LinksSheet links={data.links} practiceName={typed.practice.name} onDone={() => onDone(data.practiceId)} />;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (own.size > 0) {
      setTried(step);
      requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    } else if (step !== 'resume') {
      onStep(steps[place + 1] ?? 'resume');
    } else if (form) {
      send(form);
    } else {
      const [path = ''] = faults.keys();
      setTried(stepOfFault(path));
      onStep(stepOfFault(path));
    }
  };

  return (
    <SetupContext value={{ typed, change, faults: tried === step ? own : new Map() }}>
      <StepStrip current={step} reached={reached === -1 ? steps.length : reached} onStep={onStep} />
      <form className="su-form" ref={box} onSubmit={submit} noValidate>
        <div className="su-scroll">
          <div className="su-page">
            <h1 tabIndex={-1} ref={heading}>
              {t(`step.${step}`)}
            </h1>
            <p className="muted">{t(`lead.${step}`)}</p>
            <Page step={step} />
            {error && step === 'resume' && <ErrorState error={error} kept={t('kept')} />}
          </div>
        </div>
        <footer className="su-foot">
          <Button size="xl" disabled={place === 0 || isPending} onClick={() => onStep(steps[place - 1] ?? 'cabinet')}>
            {t('back')}
          </Button>
          <span className="sp" />
          <Button look="primary" size="xl" keys="Enter" type="submit" busy={isPending}>
            {t(step === 'resume' ? 'create' : 'next')}
          </Button>
        </footer>
      </form>
    </SetupContext>
  );
}

function Page({ step }: { step: Step }) {
  const Content = pages[step];
  return <Content />;
}

function useFounding(accountId: string, onDone: (practiceId: string | null) => void) {
  // Two clicks of one double click come before anything is drawn again.
  const isSent = useRef(false);
  const { mutate, ...founding } = useMutation({
    mutationFn: (body: FoundingForm) => callApi(foundPractice, { body }),
    onSuccess: ({ practiceId, links }) => {
      forgetSetup(accountId);
      if (links.length === 0) onDone(practiceId);
    },
    onError: (error) => {
      isSent.current = false;
      // Written by an earlier try whose answer was lost: the practice stands, its links are given anew in the settings.
      if (!(error instanceof ApiProblem) || error.code !== 'setup.already_done') return;
      forgetSetup(accountId);
      onDone(null);
    },
  });
  const send = (form: FoundingForm) => {
    if (isSent.current) return;
    isSent.current = true;
    mutate(form);
  };
  return { ...founding, send };
}
