import { Menu } from '@mantine/core';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon';
import { Kbd } from '../../ui/kbd';
import { useRunAct } from './use-run-act';
import { mainActs } from './visit-act-buttons';
import { actKeys } from './visit-acts';

/** What the four buttons leave out, cancelling last. */
export function OtherActs({ visit }: { visit: AppointmentCard }) {
  const { t } = useTranslation('planning');
  const { openActs, run } = useRunAct();
  const acts = openActs(visit);
  const others = acts.filter((act) => !mainActs(acts).includes(act));
  if (others.length === 0) return null;
  return (
    <Menu withinPortal position="bottom-end" returnFocus>
      <Menu.Target>
        <button type="button" className="btn icon s ghost" aria-label={t('visit.more')} title={t('visit.more')}>
          <Icon of={IconDots} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {others.map((act) => {
          const keys = actKeys[act];
          return (
            <Menu.Item
              key={act}
              className={act === 'cancel' ? 'pop-item danger-item' : undefined}
              onClick={() => run(act, visit)}
              rightSection={keys && <Kbd keys={keys} />}
            >
              {t(`act.${act}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
