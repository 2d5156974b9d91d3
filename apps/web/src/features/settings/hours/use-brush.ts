import { columnZones } from '@pupitre/shared/practices/column-hours';
import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../lib/announce';
import { useFormats } from '../../../lib/formats';
import type { HoursDraftState } from '../use-hours-draft';
import { labelOf, type Tool } from './paint-bar';
import type { PaintedRange } from './use-paint';
import { paintWeek } from './week-layers';
import type { Turn } from './week-turns';

/** What painting the week leaves behind: which weeks, what for, where; and what is said of it. */
export function useBrush(setup: PracticeSetup, column: ResourceView, draft: HoursDraftState) {
  const { t } = useTranslation(['hours', 'settings']);
  const formats = useFormats();
  const [view, setView] = useState<Turn>('every');
  const [tool, setTool] = useState<Tool>('plain');
  const [siteId, setSite] = useState(column.siteId);
  const { zone } = columnZones(setup, column.id);
  const sites = setup.sites.filter((site) => (site.zone ?? setup.practice.zone) === zone);

  const apply = (range: PaintedRange, using: Tool) => {
    const site = siteId === column.siteId ? null : siteId;
    const brush = using === 'closed' ? null : { label: labelOf(using), siteId: site };
    const { startMin, endMin } = range;
    const week = range.isodows.reduce(
      (painted, isodow) => paintWeek(painted, { isodow, startMin, endMin }, view, brush),
      [...draft.reading.drawable],
    );
    draft.paint(week);
    const days = range.isodows.map((isodow) => t(`settings:weekday.${isodow as 1}`)).join(', ');
    announce(t('paint.said', { days, span: formats.timeRange(startMin, endMin), what: t(`paint.tool.${using}`) }));
  };
  return {
    view,
    siteName: (id: string | null) => (id === null ? '' : (sites.find((site) => site.id === id)?.name ?? '')),
    paint: {
      onPaint: (range: PaintedRange) => apply(range, tool),
      onClose: (range: PaintedRange) => apply(range, 'closed'),
    },
    bar: {
      ...{ tool, onTool: setTool, sites, siteId, onSite: setSite, view, onView: setView },
      hint: view === 'every' ? t('paint.hint') : t(`turn.hint.${view}`),
    },
  };
}
