import type { DraftForm } from '@pupitre/shared/drafts/draft.contract';

export interface DraftName {
  readonly form: DraftForm;
  readonly subject: string;
}
