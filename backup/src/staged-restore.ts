import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { isEmpty } from './restore-target.js';

/*
 * A database commits at once, folders do not. DATA_DIR/restoring/ says that a restore is under way and holds the
 * documents it brings; the row app.restoration, written by the restore's own transaction, says whether it happened.
 */
const stageName = 'restoring';
const documentsName = 'documents';

export const documentsIn = (home: string) => path.join(home, documentsName);

interface Stage {
  readonly id: string;
  readonly from: string;
  readonly startedAt: string;
}

/** @returns where the documents of the backup go until the database has committed */
export async function openStage(home: string, stage: Stage): Promise<string> {
  const folder = path.join(home, stageName);
  await rm(folder, { recursive: true, force: true });
  const documents = path.join(folder, documentsName);
  await mkdir(documents, { recursive: true, mode: 0o700 });
  await writeFile(path.join(folder, 'restore.json'), `${JSON.stringify(stage)}\n`, { mode: 0o600, flush: true });
  return documents;
}

export type Settled =
  /** No restore was under way. */
  | { readonly outcome: 'nothing' }
  /** The database has it; its documents are now in place. */
  | { readonly outcome: 'completed'; readonly from: string }
  /** The database is as it was before, and so are the documents. */
  | { readonly outcome: 'undone'; readonly from: string }
  /** As before, which was empty: whoever opens it now would start from nothing. */
  | { readonly outcome: 'empty'; readonly from: string; readonly folder: string };

/**
 * Ends what a killed restore left: forward when the database has its row, back otherwise. An interrupted restore into
 * an empty database keeps its mark until a restore succeeds, or until the folder is removed by hand.
 */
export async function settleRestore(home: string, ownerUrl: string): Promise<Settled> {
  const folder = path.join(home, stageName);
  const stage = await readStage(folder);
  if (stage === null) return { outcome: 'nothing' };
  const state = await stateOf(ownerUrl, stage.id);
  if (state === 'restored') {
    await bringDocuments(folder, home);
    return { outcome: 'completed', from: stage.from };
  }
  if (state === 'empty') return { outcome: 'empty', from: stage.from, folder };
  await rm(folder, { recursive: true, force: true });
  return { outcome: 'undone', from: stage.from };
}

/** After a refusal: the mark of a restore that changed nothing. */
export const discardStage = (home: string) => rm(path.join(home, stageName), { recursive: true, force: true });

async function readStage(folder: string): Promise<Stage | null> {
  try {
    return JSON.parse(await readFile(path.join(folder, 'restore.json'), 'utf8'));
  } catch {
    await rm(folder, { recursive: true, force: true });
    return null;
  }
}

async function stateOf(ownerUrl: string, id: string): Promise<'restored' | 'empty' | 'as before'> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query(`select to_regclass('app.restoration') is not null as there`);
    const restored =
      rows[0].there && (await client.query('select from app.restoration where id = $1', [id])).rowCount === 1;
    if (restored) return 'restored';
    return (await isEmpty(client)) ? 'empty' : 'as before';
  } finally {
    await client.end();
  }
}

/** May be run again from any point: what was replaced is removed only once the new folder has its name. */
async function bringDocuments(stage: string, home: string): Promise<void> {
  const exists = (at: string) =>
    stat(at).then(
      () => true,
      () => false,
    );
  const [staged, final, replaced] = [path.join(stage, documentsName), documentsIn(home), path.join(stage, 'replaced')];
  if (await exists(staged)) {
    if (await exists(final)) await rename(final, replaced);
    await rename(staged, final);
  }
  await rm(stage, { recursive: true, force: true });
}
