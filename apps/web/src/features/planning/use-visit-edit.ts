import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { clashesOf, isSame, mergedOf, type Side } from '../../lib/conflict';
import { useServerDraft } from '../../lib/use-server-draft';
import { useDayScreen } from './day-screen-context';

const visitValues = z.object({ motifId: z.string(), note: z.string(), urgent: z.boolean() });
type VisitValues = z.output<typeof visitValues>;
const typedVisit = z.object({
  /** As the visit was when one began to type. */
  base: visitValues,
  mine: visitValues,
  choices: z.record(z.string(), z.enum(['mine', 'theirs'])),
});

const valuesOf = ({ motifId, note, urgent }: AppointmentCard): VisitValues => ({ motifId, note, urgent });

/**
 * The three values one may change in a visit. The card under the form follows the other desks: what they change
 * meanwhile is taken over, or shown beside ours where both touched the same value.
 */
export function useVisitEdit(visit: AppointmentCard) {
  const { t } = useTranslation('planning');
  const { setup } = useDayScreen();
  const fresh = valuesOf(visit);
  const [typed, setTyped] = useState(() => ({ base: fresh, mine: fresh, choices: {} as Record<string, Side> }));
  const { base, mine, choices } = typed;
  const kept = useServerDraft({
    ...{ form: 'visit_edit', subject: visit.id, shape: typedVisit, body: typed, isDirty: !isSame(mine, base) },
    onRestore: setTyped,
    onClear: () => setTyped({ base: fresh, mine: fresh, choices: {} }),
  });
  const fields = clashesOf(base, fresh, mine);
  const say = (field: keyof VisitValues, values: VisitValues): string => {
    if (field === 'motifId') return setup.motifs.find(({ id }) => id === values.motifId)?.name ?? '';
    if (field === 'urgent') return t(values.urgent ? 'visit.isUrgent' : 'visit.notUrgent');
    return values.note;
  };
  const chosen = (picked: readonly string[], side: Side) =>
    setTyped({ ...typed, choices: { ...choices, ...Object.fromEntries(picked.map((field) => [field, side])) } });
  return {
    kept,
    values: mergedOf(base, fresh, mine, choices),
    clashes: fields.map((field) => ({
      field,
      before: say(field, base),
      theirs: say(field, fresh),
      mine: say(field, mine),
      choice: choices[field] ?? ('mine' as const),
    })),
    /** What is typed again after a choice is ours again. */
    change: (part: Partial<VisitValues>) =>
      setTyped({
        base,
        mine: { ...mine, ...part },
        choices: Object.fromEntries(Object.entries(choices).filter(([field]) => !(field in part))),
      }),
    choose: (field: string, side: Side) => chosen([field], side),
    chooseAll: (side: Side) => chosen(fields, side),
  };
}
