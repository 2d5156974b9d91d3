import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { allMigrations } from '@pupitre/migrations/all-migrations';
import { migrate } from '@pupitre/migrations/migrate';
import { asSuperuser, dropDatabase, serverUrls, withDatabase } from '../database.js';

let database: string;
let url: string;

beforeEach(async () => {
  database = `pupitre_upgrade_${randomBytes(6).toString('hex')}`;
  url = withDatabase(serverUrls().owner, database);
  await asSuperuser((client) => client.query(`create database ${database} owner pupitre_owner`));
});
afterEach(() => dropDatabase(database));

test('two starts at once: each migration is applied once', async () => {
  const applied = await Promise.all([migrate(url), migrate(url)]);
  expect(applied.sort((a, b) => a - b)).toEqual([0, allMigrations.length]);
});

test('a table that somebody holds is waited for, and the wait never becomes a failure', async () => {
  await migrate(url);
  const release = await holdTable('schema_migration');
  const upgrade = migrate(url);
  expect(await Promise.race([upgrade, release.after(3_000)])).toBe('released');
  expect(await upgrade).toBe(0);
});

/** Keeps everybody else from the table, readers too, until told. */
async function holdTable(table: string) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  await new Promise<void>((held, failed) => {
    asSuperuser(async (client) => {
      await client.query(`begin; lock table ${table} in access exclusive mode`);
      held();
      await ended;
      await client.query('rollback');
    }, database).catch(failed);
  });
  return {
    after: (milliseconds: number) =>
      new Promise<'released'>((resolve) => {
        setTimeout(() => {
          end();
          resolve('released');
        }, milliseconds);
      }),
  };
}
