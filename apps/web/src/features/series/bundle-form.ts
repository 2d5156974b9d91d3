import type { BundleKind, BundleOffer } from '@pupitre/shared/planning/bundle.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { isRealDay, type LocalDay } from '@pupitre/shared/time/zone';
import { z } from 'zod';
import { offeredMotifs } from '../../lib/offered-motifs';
import type { BundleQuestion } from './bundle.queries';
import { patientInHand } from './series-wish';

const step = z.object({
  key: z.string(),
  patient: patientInHand.nullable(),
  motifId: z.string(),
  /** Empty: any that offers the motif. */
  resourceId: z.string(),
});

/** What is the person's own: kept on the server while she types. */
export const bundleForm = z.object({
  kind: z.enum(['chain', 'family']),
  /** Of a chain; a family names one a visit. */
  patient: patientInHand.nullable(),
  steps: z.array(step).max(6),
  minGap: z.number(),
  maxGap: z.number(),
  sameColumn: z.boolean(),
  from: z.string(),
  part: z.enum(['', 'morning', 'afternoon']),
});
export type BundleForm = z.output<typeof bundleForm>;
export type BundleStep = BundleForm['steps'][number];

export const mostSteps = 6;

export function newStep(setup: PracticeSetup, patient: BundleStep['patient'] = null): BundleStep {
  const motif = offeredMotifs(setup, null)[0];
  return { key: crypto.randomUUID(), patient, motifId: motif?.id ?? '', resourceId: '' };
}

export function blankBundle(setup: PracticeSetup, kind: BundleKind, today: LocalDay): BundleForm {
  const steps = kind === 'chain' ? [newStep(setup), newStep(setup)] : [];
  const gaps = kind === 'chain' ? { minGap: 0, maxGap: 30 } : { minGap: 0, maxGap: 0 };
  return { kind, patient: null, steps, ...gaps, sameColumn: kind === 'family', from: today, part: '' };
}

export const isBundleTyped = ({ patient, steps }: BundleForm): boolean =>
  patient !== null || steps.some((one) => one.patient !== null);

const patientOf = ({ kind, patient }: BundleForm, own: BundleStep) => (kind === 'chain' ? patient : own.patient);

/** What is asked of the agenda; null while something is missing. */
export function questionOf(form: BundleForm, limit: number): BundleQuestion | null {
  const { steps, minGap, maxGap, sameColumn, from, part } = form;
  const asked = steps.flatMap((one) => {
    const patient = patientOf(form, one);
    if (!patient || !one.motifId) return [];
    return [{ patientId: patient.id, motifId: one.motifId, resourceIds: one.resourceId ? [one.resourceId] : [] }];
  });
  if (asked.length < 2 || asked.length < steps.length || !isRealDay(from) || minGap > maxGap) return null;
  const limits = { minGapMin: minGap, maxGapMin: maxGap, sameColumn };
  return { steps: asked, ...limits, fromDay: from, partOfDay: part || null, limit };
}

/** What is booked: the places of an offer, each with who and why. */
export function visitsOf(form: BundleForm, { places }: BundleOffer) {
  return places.flatMap(({ resourceId, day, startMin, endMin }, at) => {
    const own = form.steps[at];
    const patient = own && patientOf(form, own);
    if (!own || !patient) return [];
    const { motifId } = own;
    return [{ motifId, patientId: patient.id, resourceId, day, startMin, durationMin: endMin - startMin }];
  });
}
