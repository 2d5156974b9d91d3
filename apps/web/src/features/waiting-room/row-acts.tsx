import { Menu } from '@mantine/core';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { IconCash, IconDots, type Icon as TablerIcon } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { Button, IconButton } from '../../ui/button';
import { Kbd } from '../../ui/kbd';
import { actKeys, type RoomAct } from './room-acts';
import { useRoom } from './room-context';

export interface RowActsProps {
  visit: AppointmentCard;
  acts: readonly RoomAct[];
  /** The row: its letters act only while it holds the focus. */
  within: RefObject<HTMLElement | null>;
  /** How many have their button; the others are in the menu. */
  inline: number;
}

const ICONS: Readonly<Partial<Record<RoomAct, TablerIcon>>> = { collect: IconCash };

/** Buttons of the row one stands on, the main one first, each with its key. */
export function RowActs({ visit, acts, within, inline }: RowActsProps) {
  const { t } = useTranslation('waiting-room');
  const { run } = useRoom();
  // One entry alone is no menu.
  const shown = acts.length === inline + 1 ? acts.length : inline;
  return (
    <span className="wr-acts">
      {acts.map((act) => (
        <ActKey key={act} act={act} within={within} run={() => run(act, visit)} />
      ))}
      {acts.slice(0, shown).map((act, index) => (
        <Button
          key={act}
          size="xs"
          look={index === 0 && act !== 'file' && act !== 'collect' ? 'primary' : 'plain'}
          icon={ICONS[act]}
          keys={actKeys[act]}
          onClick={() => run(act, visit)}
        >
          {t(`act.${act}`)}
        </Button>
      ))}
      {acts.length > shown && <MoreActs acts={acts.slice(shown)} run={(act) => run(act, visit)} />}
    </span>
  );
}

function MoreActs({ acts, run }: { acts: readonly RoomAct[]; run: (act: RoomAct) => void }) {
  const { t } = useTranslation('waiting-room');
  return (
    <Menu withinPortal={false} floatingStrategy="fixed" returnFocus>
      <Menu.Target>
        <IconButton icon={IconDots} label={t('act.more')} look="ghost" size="xs" />
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map((act) => (
          <Menu.Item key={act} rightSection={actKeys[act] && <Kbd keys={actKeys[act]} />} onClick={() => run(act)}>
            {t(`act.${act}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function ActKey({ act, within, run }: { act: RoomAct; within: RowActsProps['within']; run: () => void }) {
  useShortcut({
    id: `waiting-room.${act}`,
    keys: actKeys[act] ?? '',
    enabled: actKeys[act] !== undefined,
    scope: 'focus',
    within,
    labelKey: `waiting-room:act.${act}`,
    groupKey: 'waiting-room:title',
    run,
  });
  return null;
}
