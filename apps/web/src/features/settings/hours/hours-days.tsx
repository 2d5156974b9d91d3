import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/formats';
import { TextInput } from '../../../ui/text-input';
import type { HoursDraftState } from '../use-hours-draft';

/** From which day the week holds, and to which one; empty: from today, for good. */
export function HoursDays({ draft }: { draft: HoursDraftState }) {
  const { t } = useTranslation('hours');
  const formats = useFormats();
  const { from, to, fault } = draft.days;
  const faultOf = (...own: (typeof fault)[]) => (fault && own.includes(fault) ? t(`days.fault.${fault}`) : undefined);
  return (
    <div className="set-form wk-dates">
      <div className="set-pair is-even">
        <TextInput
          label={t('days.from')}
          placeholder={t('days.today')}
          help={from && fault !== 'past' ? formats.dateGrid(from) : undefined}
          fault={faultOf('from', 'past')}
          autoComplete="off"
          value={draft.typedDays.from}
          onChange={(event) => draft.typeDays({ from: event.currentTarget.value })}
        />
        <TextInput
          label={t('days.to')}
          placeholder={t('days.forGood')}
          help={to ? formats.dateGrid(to) : undefined}
          fault={faultOf('to', 'order')}
          autoComplete="off"
          value={draft.typedDays.to}
          onChange={(event) => draft.typeDays({ to: event.currentTarget.value })}
        />
      </div>
    </div>
  );
}
