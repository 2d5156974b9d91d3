import type { PoolView } from '@pupitre/shared/practices/pool.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/clock';
import { useScreenTitle } from '../../lib/screen-title';
import { useMay } from '../../lib/session';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { type Column, Table } from '../../ui/table';
import { useAbsenceWords } from './absence-words';
import { PartLink } from './part-link';
import { PoolPanel } from './pool-panel';
import { ReadOnlyNote } from './read-only-note';

/** Rooms, machines and vehicles that visits take beside a practitioner, by pools one of which serves as well as another. */
export function PoolsSection({ setup }: { setup: PracticeSetup }) {
  const { t } = useTranslation(['pools', 'settings']);
  const canEdit = useMay()('motif.edit');
  const [inHand, setInHand] = useState<string | null>(null);
  const opener = useRef<Element | null>(null);
  const take = (poolId: string) => {
    opener.current = document.activeElement;
    setInHand(poolId);
  };
  const close = () => {
    setInHand(null);
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
  };
  useScreenTitle(t('title'), t('settings:title'));
  const add = (
    <Button size="sm" icon={IconPlus} onClick={() => take('new')}>
      {t('add')}
    </Button>
  );
  const pool = setup.pools.find(({ id }) => id === inHand);
  const isOpen = canEdit && (inHand === 'new' || pool !== undefined);
  return (
    <div className="set-part">
      <header className="bar">
        <h1>{t('title')}</h1>
        <span className="sp" />
        {canEdit ? add : <ReadOnlyNote>{t('readOnly')}</ReadOnlyNote>}
      </header>
      <section className="scroll" aria-label={t('title')} tabIndex={canEdit ? undefined : 0}>
        {setup.pools.length > 0 ? (
          <PoolTable setup={setup} inHand={inHand} onTake={canEdit ? take : undefined} />
        ) : (
          <div className="set-pad">
            <EmptyState act={canEdit && add}>{t('none')}</EmptyState>
          </div>
        )}
      </section>
      {isOpen && <PoolPanel key={inHand} setup={setup} pool={pool} onSaved={setInHand} onClose={close} />}
    </div>
  );
}

interface PoolTableProps {
  setup: PracticeSetup;
  inHand: string | null;
  onTake: ((poolId: string) => void) | undefined;
}

function PoolTable({ setup, inHand, onTake }: PoolTableProps) {
  const { t } = useTranslation('pools');
  const neededBy = ({ id }: PoolView) =>
    setup.motifs.filter(({ active, needs }) => active && needs.some(({ poolId }) => poolId === id));
  const columns: Column<PoolView>[] = [
    {
      id: 'name',
      head: t('name'),
      cell: (pool) =>
        onTake ? (
          <button type="button" className="link set-row" onClick={() => onTake(pool.id)}>
            {pool.name}
          </button>
        ) : (
          pool.name
        ),
    },
    { id: 'members', head: t('members'), cell: (pool) => <Members setup={setup} pool={pool} /> },
    {
      id: 'motifs',
      head: t('neededBy'),
      cell: (pool) => (
        <span className="set-note">
          {neededBy(pool)
            .map(({ shortName }) => shortName)
            .join(', ')}
        </span>
      ),
    },
  ];
  return (
    <Table
      caption={t('title')}
      columns={columns}
      rows={setup.pools}
      rowKey={({ id }) => id}
      isChosen={({ id }) => id === inHand}
    />
  );
}

/** Each with what keeps it from being given: retired, or away until when. */
function Members({ setup, pool }: { setup: PracticeSetup; pool: PoolView }) {
  const { t } = useTranslation('pools');
  const words = useAbsenceWords(setup.practice.zone);
  const now = useNow(60_000).getTime();
  return (
    <ul className="pool-members">
      {pool.members.map(({ id, name, kind, active }) => {
        const away = setup.absences.find(({ resourceId, endsAt }) => resourceId === id && Date.parse(endsAt) > now);
        return (
          <li key={id}>
            {name} <span className="muted">{t(`kinds.${kind}`)}</span>
            {!active && <Chip>{t('retired')}</Chip>}
            {away && <Chip tone="warn">{t('away', { span: words.span(away) })}</Chip>}
          </li>
        );
      })}
      <li>
        <PartLink part="absences" column={pool.members[0]?.id ?? ''} className="link">
          {t('noteAway')}
        </PartLink>
      </li>
    </ul>
  );
}
