import { useTranslation } from 'react-i18next';
import { BundleTogether } from './bundle-together';
import './series.css';
import { SeriesCancel } from './series-cancel';
import { SeriesMoveDialog } from './series-move-dialog';
import type { TogetherQuestion } from './together-store';

/** How far an act goes: this visit, or others with it. Esc changes nothing. */
export function TogetherDialog({ question }: { question: TogetherQuestion }) {
  // The words of the day's screen are there; those of series are asked for before anything is drawn.
  useTranslation('series');
  const { visit, act, answer } = question;
  if (visit.seriesId !== null) {
    return act.kind === 'cancel' ? (
      <SeriesCancel {...{ visit, act, answer }} seriesId={visit.seriesId} />
    ) : (
      <SeriesMoveDialog {...{ visit, act, answer }} seriesId={visit.seriesId} />
    );
  }
  if (visit.bundleId !== null && act.kind === 'cancel') {
    return <BundleTogether {...{ visit, act, answer }} bundleId={visit.bundleId} />;
  }
  return null;
}
