import { lazy, Suspense } from 'react';
import { useTogetherQuestion } from '../features/series/together-store';
import { loadWords } from '../lib/i18n';

const Dialog = lazy(async () => {
  const [{ TogetherDialog }] = await Promise.all([import('../features/series/together-dialog'), loadWords('series')]);
  return { default: TogetherDialog };
});

/** Asks how far an act on a visit goes, when it belongs with others; loaded the first time it is asked. */
export function TogetherPart() {
  const question = useTogetherQuestion();
  if (!question) return null;
  return (
    <Suspense fallback={null}>
      <Dialog key={`${question.visit.id} ${question.act.kind}`} question={question} />
    </Suspense>
  );
}
