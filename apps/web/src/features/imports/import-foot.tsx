import { exportImportProblems, type ImportView } from '@pupitre/shared/import/import.contract';
import { IconDownload, IconLock } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { callForFile } from '../../lib/api-client';
import { useFormats } from '../../lib/formats';
import { usePreferences } from '../../lib/preferences';
import { useProblemSentence } from '../../lib/problem-sentence';
import { showToast } from '../../lib/toast';
import { Button } from '../../ui/button';
import { CancelDialog, CommitDialog } from './confirm-dialogs';
import type { WillWrite } from './steps';
import type { ImportActs } from './use-import-acts';

interface ImportFootProps {
  practiceId: string;
  view: ImportView;
  acts: ImportActs;
  told: WillWrite;
  onLeave: () => void;
}

/** What is refused as a file, the way out, and the one main button: inert until the check ends. */
export function ImportFoot({ practiceId, view, acts, told, onLeave }: ImportFootProps) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const [asked, setAsked] = useState<'commit' | 'cancel' | null>(null);
  const isReady = view.state === 'checked' && told.created + told.completed > 0;
  const hint =
    view.state !== 'checked' ? t('foot.later') : isReady ? undecidedHint(told.undecided) : t('foot.nothingNew');
  function undecidedHint(count: number) {
    return count > 0 ? t('foot.undecided', { count, n: formats.integer(count) }) : '';
  }
  useShortcut({
    ...{ id: 'imports.commit', keys: 'Ctrl+Enter', scope: 'global', labelKey: 'imports:foot.commitKey' },
    groupKey: 'imports:title',
    enabled: isReady && asked === null,
    run: () => setAsked('commit'),
  });
  return (
    <footer className="imp-foot">
      <ProblemsButton practiceId={practiceId} view={view} />
      <span className="sp" />
      <span className="hint">{hint}</span>
      <Button size="sm" onClick={() => setAsked('cancel')}>
        {t('foot.cancel')}
      </Button>
      <Button
        size="sm"
        look="primary"
        icon={isReady ? undefined : IconLock}
        keys={isReady ? 'Ctrl+Enter' : undefined}
        disabled={!isReady}
        onClick={() => setAsked('commit')}
      >
        {t(`foot.commit.${view.kind}`, { count: told.lines, n: formats.integer(told.lines) })}
      </Button>
      {asked === 'commit' && (
        <CommitDialog kind={view.kind} told={told} commit={acts.commit} onClose={() => setAsked(null)} />
      )}
      {asked === 'cancel' && <CancelDialog cancel={acts.cancel} onClose={() => setAsked(null)} onDone={onLeave} />}
    </footer>
  );
}

/** Long enough for the browser to have taken the file. */
const KEPT_MS = 60_000;

interface ProblemsButtonProps {
  practiceId: string;
  view: ImportView;
  size?: 'sm' | 'md';
}

/** « Refusés et douteux en CSV »: to mend in a spreadsheet and import again. */
export function ProblemsButton({ practiceId, view, size = 'sm' }: ProblemsButtonProps) {
  const { t } = useTranslation('imports');
  const say = useProblemSentence();
  const { preferences } = usePreferences();
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      callForFile(exportImportProblems, {
        params: { practiceId, importId: view.id },
        query: { language: preferences.locale },
      }),
    onSuccess: ({ blob, name }) => {
      const url = URL.createObjectURL(blob);
      setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
      const link = document.createElement('a');
      link.href = url;
      link.download = name || 'import.csv';
      link.click();
    },
    onError: (error) => showToast({ text: say(error).sentence }),
  });
  const { refuse, doubtful } = view.counts;
  return (
    <Button
      size={size}
      icon={IconDownload}
      busy={isPending}
      disabled={refuse + doubtful === 0}
      onClick={() => mutate()}
    >
      {t('foot.problems')}
    </Button>
  );
}
