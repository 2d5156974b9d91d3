import type { ChargeView } from '@pupitre/shared/billing/billing.contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clashesOf, mergedOf, type Side } from '../../lib/conflict';
import { ConflictView } from '../../ui/conflict-view';
import { type ChargeForm, formOf } from './charge-edit';
import type { EditCharge } from './use-edit-charge';

interface ChargeConflictProps {
  /** As it is now: the colleague's. */
  charge: ChargeView;
  /** As it was when one clicked. */
  before: ChargeForm;
  /** What the click made of it. */
  mine: ChargeForm;
  edit: EditCharge;
}

/** A colleague changed the note while it was being changed here: whose acts, whose payer. */
export function ChargeConflict({ charge, before, mine, edit }: ChargeConflictProps) {
  const { t } = useTranslation('billing');
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const theirs = formOf(charge);
  const clashes = clashesOf(before, theirs, mine);
  const say = (field: keyof ChargeForm, form: ChargeForm): string =>
    field === 'thirdParty'
      ? t(`split.${form.thirdParty}`)
      : form.lines.map(({ code, quantity }) => (quantity > 1 ? `${code} × ${quantity}` : code)).join(', ');
  return (
    <ConflictView
      kind="charge"
      subjectId={charge.appointmentId}
      version={charge.version}
      fields={clashes.map((field) => ({
        field,
        label: t(`conflict.${field}`),
        before: say(field, before),
        theirs: say(field, theirs),
        mine: say(field, mine),
        choice: choices[field] ?? 'mine',
      }))}
      onChoose={(field, side) => setChoices({ ...choices, [field]: side })}
      onChooseAll={(side) => setChoices(Object.fromEntries(clashes.map((field) => [field, side])))}
      onSettle={() => edit.mutate(() => mergedOf(before, theirs, mine, choices))}
      isSettling={edit.isPending}
    />
  );
}
