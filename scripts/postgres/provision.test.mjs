import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterwards } from '../testing/afterwards.mjs';
import { temporaryFolder } from '../testing/folders.mjs';
import { query } from '../testing/query.mjs';
import { holdsOnlyTheDemo, recreateDatabase } from './provision.mjs';
import { startPostgres } from './start.mjs';

test('only a demo may be wiped, and wiping keeps the owner', async (t) => {
  const postgres = await startPostgres({ home: temporaryFolder(t), durable: false, port: 0 });
  afterwards(t, postgres.stop);
  const isDemo = () => holdsOnlyTheDemo(postgres.superuserUrl);
  assert.equal(await isDemo(), true, 'an empty database');

  await query(
    postgres.ownerUrl,
    `create schema app;
     create table app.installation (mode text not null);
     create table app.account (email text not null);`,
  );
  assert.equal(await isDemo(), true, 'migrated, nobody entered');
  await query(postgres.ownerUrl, `insert into app.account values ('dr@cabinet.example')`);
  assert.equal(await isDemo(), false, 'somebody, and no word of a demo');
  await query(postgres.ownerUrl, `insert into app.installation values ('production')`);
  assert.equal(await isDemo(), false, 'a real practice');
  await query(postgres.ownerUrl, `update app.installation set mode = 'demo'`);
  assert.equal(await isDemo(), true, 'the demo');

  await recreateDatabase(postgres.superuserUrl);
  const [{ found }] = await query(postgres.ownerUrl, `select to_regclass('app.installation') as found`);
  assert.equal(found, null);
});
