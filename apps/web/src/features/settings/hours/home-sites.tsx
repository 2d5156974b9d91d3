import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import { moveColumnToSite } from '@pupitre/shared/practices/site.contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../../lib/api-client';
import { ChoiceInput } from '../../../ui/text-input';
import { rereadSetup } from '../settings.queries';
import { EffectDialog } from './effect-dialog';
import { siteEffect } from './opening.queries';

interface Move {
  readonly column: ResourceView;
  readonly siteId: string;
}

/** Which agenda is at home where: its clock and its calendar follow. */
export function HomeSites({ setup, canEdit }: { setup: PracticeSetup; canEdit: boolean }) {
  const { t } = useTranslation('hours');
  const [move, setMove] = useState<Move | null>(null);
  return (
    <section className="exc">
      <header>
        <h2>{t('sites.home')}</h2>
      </header>
      <div className="home-sites">
        {setup.resources.map((column) => (
          <ChoiceInput
            key={column.id}
            label={column.name}
            disabled={!canEdit}
            choices={setup.sites.map(({ id, name }) => ({ value: id, label: name }))}
            value={column.siteId}
            onPick={(siteId) => setMove({ column, siteId })}
          />
        ))}
      </div>
      {move && <MoveDialog setup={setup} move={move} onClose={() => setMove(null)} />}
    </section>
  );
}

function MoveDialog({ setup, move, onClose }: { setup: PracticeSetup; move: Move; onClose: () => void }) {
  const { t } = useTranslation(['hours', 'settings']);
  const client = useQueryClient();
  const practiceId = setup.practice.id;
  const { column, siteId } = move;
  const effect = useQuery(siteEffect(practiceId, { resourceId: column.id, homeSiteId: siteId }));
  const change = useMutation({
    mutationFn: () =>
      callApi(moveColumnToSite, {
        params: { practiceId, resourceId: column.id },
        body: { siteId },
        ifMatch: column.version,
      }),
    onSettled: () => rereadSetup(client, practiceId),
  });
  const site = setup.sites.find(({ id }) => id === siteId)?.name ?? '';
  return (
    <EffectDialog
      title={t('sites.move', { name: column.name, site })}
      act={t('settings:hours.save')}
      effect={effect}
      change={change}
      onClose={onClose}
    />
  );
}
