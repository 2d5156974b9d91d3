import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon';
import { lookOfVisit, type VisitLookName, visitLooks } from './visit-look';

/** Icon and word of a visit's status; `children` replaces the word when the sentence says more (« Arrivé, attend 12 min »). */
export function StatusTag(props: { status: VisitLookName; urgent?: boolean; children?: ReactNode }) {
  const { status, urgent = false, children } = props;
  const { t } = useTranslation('status');
  const { name, tone, icon } = lookOfVisit(status, urgent);
  return (
    <span className={`st st-${tone}`}>
      <Icon of={icon} size={14} />
      {children ?? t(`word.${name}`)}
    </span>
  );
}

const LEGEND: readonly VisitLookName[] = [
  'booked',
  'confirmed',
  'arrived',
  'in_consultation',
  'to_collect',
  'done',
  'no_show',
  'urgent',
];

/** The legend of the status bar, in the order a visit lives. */
export function StatusLegend() {
  const { t } = useTranslation('status');
  return (
    <span className="legend">
      {LEGEND.map((look) => (
        <span key={look}>
          <Icon of={visitLooks[look].icon} size={12} />
          {t(`legend.${look}`)}
        </span>
      ))}
    </span>
  );
}
