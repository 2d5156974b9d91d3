import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../ui/kbd';
import { AnchoredPop } from './anchored-pop';
import { useRunAct } from './use-run-act';
import { actKeys } from './visit-acts';

export interface VisitMenuProps {
  readonly visit: AppointmentCard;
  readonly x: number;
  readonly y: number;
  readonly onClose: () => void;
}

/** The acts of a visit where it was right-clicked; Maj+F10 opens it too. */
export function VisitMenu({ visit, x, y, onClose }: VisitMenuProps) {
  const { t } = useTranslation('planning');
  const { openActs, run } = useRunAct();
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const items = [...event.currentTarget.querySelectorAll('button')];
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    items[(at + step + items.length) % items.length]?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <AnchoredPop x={x} y={y} label={t('visit.more')} onClose={onClose}>
      <div role="menu" tabIndex={-1} aria-label={t('visit.more')} onKeyDown={walk}>
        {openActs(visit).map((act) => {
          const keys = actKeys[act];
          return (
            <button
              key={act}
              type="button"
              role="menuitem"
              className={act === 'cancel' ? 'pop-item d' : 'pop-item'}
              onClick={() => {
                onClose();
                run(act, visit);
              }}
            >
              <span className="sp">{t(`act.${act}`)}</span>
              {keys && <Kbd keys={keys} />}
            </button>
          );
        })}
      </div>
    </AnchoredPop>
  );
}
