import type { OpeningEffect } from '@pupitre/shared/practices/opening.contract';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/formats';
import { useMembership } from '../../../lib/session';
import { Icon } from '../../../ui/icon';

/** « 4 rendez-vous déjà pris tombent hors… », each with its day and its patient; a click opens the day. */
export function EffectView({ effect }: { effect: OpeningEffect }) {
  const { t } = useTranslation('hours');
  const formats = useFormats();
  const { practiceId } = useMembership();
  if (effect.appointmentsOutside === 0) {
    return (
      <p className="set-effect is-none" role="status">
        <Icon of={IconCheck} />
        {t('effect.none')}
      </p>
    );
  }
  const others = effect.appointmentsOutside - effect.firstOutside.length;
  return (
    <section className="set-effect" aria-live="polite">
      <h3>
        <Icon of={IconAlertTriangle} />
        {t('effect.outside', { count: effect.appointmentsOutside })}
      </h3>
      <p>{t('effect.kept')}</p>
      <ul className="is-named">
        {effect.firstOutside.map(({ appointmentId, day, startMin, patient }) => (
          <li key={appointmentId}>
            <Link to="/p/$practiceId/jour" params={{ practiceId }} search={{ date: day, rdv: appointmentId }}>
              {t('effect.when', { day: formats.dateGrid(day), time: formats.timeOfMinutes(startMin) })}
            </Link>
            <span className="trunc">{formats.nameFull(patient)}</span>
          </li>
        ))}
        {others > 0 && <li>{t('effect.others', { count: others })}</li>}
      </ul>
    </section>
  );
}
