import type { AgendaImport, AgendaSource } from '@pupitre/shared/import/agenda/agenda-import.contract';
import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { ErrorState } from '../../ui/error-state';
import { Icon } from '../../ui/icon';
import { ChoiceInput } from '../../ui/text-input';
import type { AgendaActs } from './agenda.queries';

const BY_DEFAULT = '';
const LEFT_OUT = 'left-out';

interface AgendaSourcesProps {
  setup: PracticeSetup;
  agenda: AgendaImport;
  choose: AgendaActs['choose'];
}

/** Where the events of the file go: by default, and calendar by calendar. Each choice is checked again at once. */
export function AgendaSources({ setup, agenda, choose }: AgendaSourcesProps) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const columns = setup.resources.filter(({ active }) => active).sort((a, b) => a.position - b.position);
  const { sources, window, defaultResourceId, defaultMotifId } = agenda;
  const motifs = setup.motifs.filter(({ active }) => active);
  const send = (part: { resourceId?: string; motifId?: string; source?: AgendaSource }) => {
    const resourceId = part.resourceId ?? defaultResourceId ?? columns[0]?.id;
    const offered = motifs.find(({ resourceIds }) => resourceId !== undefined && resourceIds.includes(resourceId));
    const motifId = part.motifId ?? defaultMotifId ?? offered?.id ?? motifs[0]?.id;
    if (!resourceId || !motifId) return;
    const assigned = part.source ? [part.source].map(({ events: _events, ...source }) => source) : [];
    choose.mutate({ assigned, defaultResourceId: resourceId, defaultMotifId: motifId });
  };
  const none = { value: BY_DEFAULT, label: t('agenda.choose'), disabled: true };
  return (
    <section className="imp-mapping" aria-labelledby="imp-sources">
      <h2 id="imp-sources">{t('agenda.title')}</h2>
      {choose.error && (
        <div className="imp-pad">
          <ErrorState error={choose.error} />
        </div>
      )}
      <div className="scroll">
        <div className="imp-defaults">
          <ChoiceInput
            label={t('agenda.defaultColumn')}
            choices={[none, ...columns.map(({ id, name }) => ({ value: id, label: name }))]}
            value={defaultResourceId ?? BY_DEFAULT}
            disabled={choose.isPending}
            onPick={(resourceId) => send({ resourceId })}
          />
          <ChoiceInput
            label={t('agenda.defaultMotif')}
            choices={[none, ...motifs.map(({ id, name }) => ({ value: id, label: name }))]}
            value={defaultMotifId ?? BY_DEFAULT}
            disabled={choose.isPending}
            onPick={(motifId) => send({ motifId })}
          />
        </div>
        {sources.length > 0 && (
          <SourceTable
            columns={columns}
            sources={sources}
            isBusy={choose.isPending}
            onChoose={(source) => send({ source })}
          />
        )}
        <p className="call plain imp-kept">
          <Icon of={IconInfoCircle} />
          <span>
            {t('agenda.window', { from: formats.dateShort(window.fromDay), to: formats.dateShort(window.toDay) })}{' '}
            {t('agenda.outside', {
              past: formats.integer(agenda.counts.past),
              later: formats.integer(agenda.counts.later),
            })}
          </span>
        </p>
        {agenda.counts.overlapping > 0 && (
          <p className="call imp-kept">
            <Icon of={IconInfoCircle} />
            <span>
              {t('agenda.overlapping', {
                count: agenda.counts.overlapping,
                n: formats.integer(agenda.counts.overlapping),
              })}
            </span>
          </p>
        )}
      </div>
    </section>
  );
}

interface SourceTableProps {
  columns: readonly ResourceView[];
  sources: readonly AgendaSource[];
  isBusy: boolean;
  onChoose: (source: AgendaSource) => void;
}

function SourceTable({ columns, sources, isBusy, onChoose }: SourceTableProps) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const chosen = (source: AgendaSource, value: string): AgendaSource => ({
    ...source,
    leftOut: value === LEFT_OUT,
    resourceId: value === LEFT_OUT || value === BY_DEFAULT ? null : value,
  });
  return (
    <table aria-label={t('agenda.sources')}>
      <thead>
        <tr>
          <th scope="col">{t('mapping.inFile')}</th>
          <th scope="col">{t('agenda.goesTo')}</th>
          <th scope="col" className="num">
            {t('agenda.events')}
          </th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={`${source.by} ${source.value}`}>
            <th scope="row" className="trunc" title={t(`agenda.by.${source.by}`, { value: source.value })}>
              {source.value}
            </th>
            <td>
              <span className="imp-choice">
                <select
                  className={source.leftOut ? 'imp-select is-none' : 'imp-select'}
                  aria-label={t('mapping.choose', { column: source.value })}
                  value={source.leftOut ? LEFT_OUT : (source.resourceId ?? BY_DEFAULT)}
                  disabled={isBusy}
                  onChange={(event) => onChoose(chosen(source, event.currentTarget.value))}
                >
                  <option value={BY_DEFAULT}>{t('agenda.byDefault')}</option>
                  {columns.map(({ id, shortName }) => (
                    <option key={id} value={id}>
                      {shortName}
                    </option>
                  ))}
                  <option value={LEFT_OUT}>{t('agenda.leaveOut')}</option>
                </select>
              </span>
            </td>
            <td className="num hint">{formats.integer(source.events)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
