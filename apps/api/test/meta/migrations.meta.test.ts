import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { allMigrations } from '@pupitre/migrations/all-migrations';
import { migrate, ownerDataSource } from '@pupitre/migrations/migrate';
import type { DataSource } from 'typeorm';
import { asSuperuser, dropDatabase, serverUrls, withDatabase } from '../database.js';

const database = 'pupitre_test_migrations_meta';
const url = withDatabase(serverUrls().owner, database);
let dataSource: DataSource;

beforeAll(async () => {
  await dropDatabase(database);
  await asSuperuser((client) => client.query(`create database ${database} owner pupitre_owner`));
});
afterAll(async () => {
  await dataSource?.destroy();
  await dropDatabase(database);
});

async function shape(): Promise<string[]> {
  const rows: { line: string }[] = await dataSource.query(
    `select table_schema || '.' || table_name || '.' || column_name || ' ' || data_type as line
       from information_schema.columns where table_schema in ('public', 'app') order by 1`,
  );
  return rows.map(({ line }) => line);
}

test('every migration goes up, down to nothing, and up to the same shape again', async () => {
  expect(await migrate(url)).toBe(allMigrations.length);
  dataSource = await ownerDataSource(url).initialize();
  const first = await shape();
  for (const _ of allMigrations) await dataSource.undoLastMigration();
  expect((await shape()).filter((line) => !line.startsWith('public.schema_migration'))).toEqual([]);
  expect(await migrate(url)).toBe(allMigrations.length);
  expect(await shape()).toEqual(first);
  expect(await migrate(url)).toBe(0);
});
