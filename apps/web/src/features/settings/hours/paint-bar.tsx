import type { OpeningLabel } from '@pupitre/shared/planning/opening-hours';
import type { SiteView } from '@pupitre/shared/practices/site.contract';
import { IconAlertTriangle, IconEraser, IconSquareFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/icon';
import { Segmented } from '../../../ui/segmented';

/** What the brush leaves: an opening, a stretch kept for emergencies, or nothing. */
export const tools = ['plain', 'urgent', 'closed'] as const;
export type Tool = (typeof tools)[number];
export const labelOf = (tool: Tool): OpeningLabel => (tool === 'urgent' ? 'urgent' : '');

const icons = { plain: IconSquareFilled, urgent: IconAlertTriangle, closed: IconEraser } as const;

interface PaintBarProps {
  tool: Tool;
  onTool: (tool: Tool) => void;
  /** Those on the clock of the column; one alone needs no choice. */
  sites: readonly SiteView[];
  siteId: string;
  onSite: (siteId: string) => void;
  hint: string;
}

/** « Peindre : Consultation, Urgences, Fermé », and where. */
export function PaintBar({ tool, onTool, sites, siteId, onSite, hint }: PaintBarProps) {
  const { t } = useTranslation('hours');
  return (
    <div className="wk-tools">
      <span className="lb" aria-hidden="true">
        {t('paint.title')}
      </span>
      <Segmented
        label={t('paint.title')}
        value={tool}
        onPick={onTool}
        segments={tools.map((value) => ({
          value,
          label: (
            <span className={`wk-tool is-${value}`}>
              <Icon of={icons[value]} size={14} /> {t(`paint.tool.${value}`)}
            </span>
          ),
        }))}
      />
      {sites.length > 1 && (
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
      <span className="sp" />
      <span className="hint">{hint}</span>
    </div>
  );
}
