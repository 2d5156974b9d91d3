import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon';
import { Kbd } from '../../ui/kbd';
import { actKeys, type VisitActName } from './visit-acts';

interface OtherActsListProps {
  readonly acts: readonly VisitActName[];
  readonly onPick: (act: VisitActName) => void;
}

/** Acts on a visit under their button. */
export function OtherActsList({ acts, onPick }: OtherActsListProps) {
  const { t } = useTranslation('planning');
  return (
    <Menu withinPortal position="bottom-end" returnFocus>
      <Menu.Target>
        <button type="button" className="btn icon s ghost" aria-label={t('visit.more')} title={t('visit.more')}>
          <Icon of={IconDots} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map((act) => {
          const keys = actKeys[act];
          return (
            <Menu.Item
              key={act}
              className={act === 'cancel' ? 'pop-item danger-item' : undefined}
              onClick={() => onPick(act)}
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
