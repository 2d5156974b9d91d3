import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { cloneTemplate, dropDatabase, serverUrls, withDatabase } from '../database.js';
import {
  definerFunctions,
  definersOf,
  faultsOf,
  schemaRules,
  tablesOutsideTenancy,
  tablesWithoutTenant,
} from './schema-rules.js';

const database = 'pupitre_test_schema_meta';
let owner: pg.Client;

beforeAll(async () => {
  await dropDatabase(database);
  await cloneTemplate(database);
  owner = new pg.Client({ connectionString: withDatabase(serverUrls().superuser, database) });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await dropDatabase(database);
});

/** For each rule, the smallest thing that breaks it. A rule that cannot fail guards nothing. */
const planted: Readonly<Record<string, string>> = {
  'a tenant table is protected: enabled, forced, by the session-bound policy':
    'create table planted (practice_id uuid, id uuid, primary key (practice_id, id))',
  'practice_id comes first in every key, unique or exclusion constraint of a tenant table':
    'create table planted (practice_id uuid, id uuid primary key)',
  'a foreign key between tenant tables carries practice_id on both sides':
    'alter table patient add constraint planted_key unique (id); create table planted (patient_id uuid references patient (id))',
  'an index of a tenant table starts with practice_id': 'create index planted on patient (birth_date)',
  'no column is an instant without a zone': 'create table planted (at timestamp)',
  'no money is a fraction': 'create table planted (price numeric)',
  'no row trigger holds a rule or sends a notification': `create function public.planted() returns trigger language plpgsql as 'begin return new; end';
    create trigger planted after insert on patient for each row execute function public.planted()`,
  'a backup reads every row of every table, but what would be worth nothing or too much elsewhere':
    'drop policy backup on patient',
  'a view runs with its caller’s rights': 'create view planted as select * from patient',
  'a function with the owner’s rights has a fixed search path and is not for everybody': `create function app.planted() returns int language sql security definer as 'select 1'`,
  'what is issued or journalled cannot be changed or removed by the application':
    'grant update on invoice to pupitre_app',
  'the application can read no session and no account': 'grant select on app.session to pupitre_app',
};

describe.each(schemaRules)('$name', (rule) => {
  test('holds', async () => {
    expect(await faultsOf(owner, rule)).toEqual([]);
  });

  test('is seen to break', async () => {
    await owner.query('begin');
    await owner.query(planted[rule.name] ?? 'select nothing_is_planted_for_this_rule');
    const faults = await faultsOf(owner, rule);
    await owner.query('rollback');
    expect(faults.length).toBeGreaterThan(0);
  });
});

test('every table outside the tenancy is in the list, with a reason', async () => {
  expect(await tablesOutsideTenancy(owner)).toEqual(Object.keys(tablesWithoutTenant).sort());
});

test('the functions with the owner’s rights are a closed list', async () => {
  expect(await definersOf(owner)).toEqual([...definerFunctions].sort());
});
