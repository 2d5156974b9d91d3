import type { OpeningLabel } from '@pupitre/shared/planning/opening-hours';
import type { SiteView } from '@pupitre/shared/practices/site.contract';
import { IconAlertTriangle, IconCopy, IconEraser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { Segmented } from '../../../ui/segmented';
import { type Turn, turns } from './week-turns';

/** What the brush leaves: an opening, a stretch kept for emergencies, or nothing. */
export const tools = ['plain', 'urgent', 'closed'] as const;
export type Tool = (typeof tools)[number];
export const labelOf = (tool: Tool): OpeningLabel => (tool === 'urgent' ? 'urgent' : '');

const icons = { urgent: IconAlertTriangle, closed: IconEraser } as const;

interface PaintBarProps {
  tool: Tool;
  onTool: (tool: Tool) => void;
  /** Those on the clock of the column; one alone needs no choice. */
  sites: readonly SiteView[];
  siteId: string;
  onSite: (siteId: string) => void;
  view: Turn;
  onView: (view: Turn) => void;
  hint: string;
  onCopy: () => void;
  /** False: the weeks are only looked at. */
  canPaint: boolean;
}

/** « Peindre : Consultation, Urgences, Fermé », and where. */
export function PaintBar(props: PaintBarProps) {
  const { tool, onTool, sites, siteId, onSite, view, onView, hint, onCopy, canPaint } = props;
  const { t } = useTranslation('hours');
  return (
    <div className="wk-tools">
      <Segmented
        label={t('turn.title')}
        value={view}
        onPick={onView}
        segments={turns.map((value) => ({ value, label: t(`turn.view.${value}`) }))}
      />
      {canPaint && (
        <Segmented
          label={t('paint.title')}
          value={tool}
          onPick={onTool}
          segments={tools.map((value) => ({
            value,
            label: (
              <span className={`wk-tool is-${value}`}>
                {value === 'plain' ? <i aria-hidden="true" /> : <Icon of={icons[value]} size={14} />}{' '}
                {t(`paint.tool.${value}`)}
              </span>
            ),
          }))}
        />
      )}
      {canPaint && sites.length > 1 && (
        <span className="inp set-pick">
          <select aria-label={t('paint.site')} value={siteId} onChange={(event) => onSite(event.currentTarget.value)}>
            {sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </span>
      )}
      {canPaint && (
        <Button size="sm" icon={IconCopy} onClick={onCopy}>
          {t('copy.open')}
        </Button>
      )}
      {canPaint && <span className="hint">{hint}</span>}
    </div>
  );
}
