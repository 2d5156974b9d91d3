import type { MemberView } from '@pupitre/shared/members/member.contract';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useSession } from '../../lib/session';
import { Chip, type ChipProps } from '../../ui/chip';
import { type Column, Table } from '../../ui/table';
import { type MemberState, stateOf } from './member-draft';

const toneOf: Readonly<Record<MemberState, ChipProps['tone']>> = {
  active: 'plain',
  waiting: 'brand',
  lapsed: 'warn',
  ended: 'line',
};

interface MemberTableProps {
  members: readonly MemberView[];
  inHand: string | null;
  onTake: (memberId: string) => void;
}

export function MemberTable({ members, inHand, onTake }: MemberTableProps) {
  const { t } = useTranslation(['members', 'session']);
  const formats = useFormats();
  const { account } = useSession();
  const columns: Column<MemberView>[] = [
    {
      id: 'name',
      head: t('table.name'),
      cell: (member) => (
        <>
          <button type="button" className="link set-row" onClick={() => onTake(member.id)}>
            {member.displayName}
          </button>
          {member.accountId === account.id && <span className="muted"> ({t('you')})</span>}
        </>
      ),
    },
    { id: 'email', head: t('table.email'), cell: ({ email }) => <span className="muted">{email}</span> },
    {
      id: 'roles',
      head: t('table.roles'),
      cell: ({ roles }) => (
        <span className="set-note">{roles.map((role) => t(`session:role.${role}`)).join(', ')}</span>
      ),
    },
    {
      id: 'state',
      head: t('table.state'),
      cell: (member) => {
        const state = stateOf(member);
        const until = state === 'active' && member.endsOn;
        return (
          <Chip tone={toneOf[state]}>
            {until ? t('state.until', { date: formats.dateShort(until) }) : t(`state.${state}`)}
          </Chip>
        );
      },
    },
  ];
  return (
    <Table
      caption={t('title')}
      columns={columns}
      rows={members}
      rowKey={({ id }) => id}
      isChosen={({ id }) => id === inHand}
    />
  );
}
