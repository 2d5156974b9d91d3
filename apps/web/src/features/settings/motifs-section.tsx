import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScreenTitle } from '../../lib/screen-title';
import { useMay } from '../../lib/session';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { MotifPanel } from './motif-panel';
import { MotifTable } from './motif-table';
import { ReadOnlyNote } from './read-only-note';

/** `new`, or the motif in hand. */
export type MotifInHand = 'new' | (string & {});

export function MotifsSection({ setup }: { setup: PracticeSetup }) {
  const { t } = useTranslation('settings');
  const canEdit = useMay()('motif.edit');
  const [inHand, setInHand] = useState<MotifInHand | null>(null);
  const opener = useRef<Element | null>(null);
  const take = (motif: MotifInHand) => {
    opener.current = document.activeElement;
    setInHand(motif);
  };
  const close = () => {
    setInHand(null);
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
  };
  useScreenTitle(t('part.motifs'), t('title'));
  const add = (
    <Button size="sm" icon={IconPlus} onClick={() => take('new')}>
      {t('motifs.add')}
    </Button>
  );
  const motif = setup.motifs.find(({ id }) => id === inHand);
  const isOpen = canEdit && (inHand === 'new' || motif !== undefined);

  return (
    <div className="set-part">
      <header className="bar">
        <h1>{t('part.motifs')}</h1>
        <span className="stats">
          <span>{t('motifs.count', { count: setup.motifs.filter(({ active }) => active).length })}</span>
        </span>
        <span className="sp" />
        {canEdit ? add : <ReadOnlyNote>{t('motifs.readOnly')}</ReadOnlyNote>}
      </header>
      <section className="scroll" aria-label={t('part.motifs')} tabIndex={canEdit ? undefined : 0}>
        {setup.motifs.length > 0 ? (
          <MotifTable setup={setup} inHand={inHand} onTake={canEdit ? take : undefined} />
        ) : (
          <div className="set-pad">
            <EmptyState act={canEdit && add}>{t('motifs.none')}</EmptyState>
          </div>
        )}
      </section>
      {isOpen && <MotifPanel key={inHand} setup={setup} motif={motif} onSaved={setInHand} onClose={close} />}
    </div>
  );
}
