import type { SessionView } from '@pupitre/shared/session/session.contract';

export type SignedIn = (session: SessionView) => void;
