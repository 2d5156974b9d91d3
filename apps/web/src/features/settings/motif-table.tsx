import type { MotifView, PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Chip } from '../../ui/chip';
import { type Column, Table } from '../../ui/table';
import { MotifMark } from './motif-mark';

interface MotifTableProps {
  setup: PracticeSetup;
  inHand: string | null;
  /** Absent: the list is read only. */
  onTake: ((motifId: string) => void) | undefined;
}

export function MotifTable({ setup, inHand, onTake }: MotifTableProps) {
  const { t } = useTranslation('settings');
  const formats = useFormats();
  const active = setup.resources.filter((resource) => resource.active);
  const offered = ({ resourceIds }: MotifView) => {
    const held = active.filter(({ id }) => resourceIds.includes(id));
    return held.length === active.length && held.length > 1
      ? t('motifs.everywhere')
      : held.map(({ shortName }) => shortName).join(', ');
  };
  const columns: Column<MotifView>[] = [
    {
      id: 'name',
      head: t('motifs.motif'),
      cell: (motif) => (
        <>
          <MotifMark color={motif.color} />
          {onTake ? (
            <button type="button" className="link set-row" onClick={() => onTake(motif.id)}>
              {motif.name}
            </button>
          ) : (
            motif.name
          )}
          {!motif.active && (
            <span className="set-retired">
              <Chip>{t('motifs.retired')}</Chip>
            </span>
          )}
        </>
      ),
    },
    { id: 'short', head: t('motifs.shortName'), cell: ({ shortName }) => <span className="muted">{shortName}</span> },
    { id: 'minutes', head: t('motifs.minutes'), cell: ({ minutes }) => formats.minutesSpan(minutes), numeric: true },
    { id: 'place', head: t('motifs.place'), cell: ({ place }) => t(`place.${place}`) },
    { id: 'columns', head: t('motifs.columns'), cell: (motif) => <span className="set-note">{offered(motif)}</span> },
    { id: 'acts', head: t('motifs.usualActs'), cell: ({ usualActs }) => usualActs.join(' + ') },
  ];
  return (
    <Table
      caption={t('part.motifs')}
      columns={columns}
      rows={setup.motifs}
      rowKey={({ id }) => id}
      isChosen={({ id }) => id === inHand}
    />
  );
}
