/** The container files: what they promise is read from them, for no container engine runs in the tests. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { inRoot } from './boot/root.mjs';

const text = (file) => fs.readFileSync(inRoot(file), 'utf8');
const compose = parse(text('docker-compose.yml'), { merge: true });
const instructions = text('Dockerfile')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => ({ name: line.split(' ')[0], rest: line.slice(line.indexOf(' ') + 1) }));
const stages = instructions.reduce((all, instruction) => {
  if (instruction.name === 'FROM') all.push([]);
  all.at(-1).push(instruction);
  return all;
}, []);
const lastStage = stages.at(-1);
const named = (stage, name) => stage.filter((each) => each.name === name).map(({ rest }) => rest);
const workspaces = JSON.parse(text('package.json')).workspaces;

describe('Dockerfile', () => {
  test('builds in stages; the last one installs and compiles nothing', () => {
    assert.ok(stages.length >= 3);
    for (const command of named(lastStage, 'RUN')) assert.doesNotMatch(command, /npm|turbo|tsc|apt/);
    assert.match(named(lastStage, 'FROM')[0], /^node:\d+-bookworm-slim$/);
  });

  test('runs as a user without rights, who owns nothing of the program', () => {
    assert.deepEqual(named(lastStage, 'USER'), ['node']);
    for (const copy of named(lastStage, 'COPY')) assert.doesNotMatch(copy, /--chown/);
  });

  test('carries no library of development', () => {
    const production = stages.flatMap((stage) => named(stage, 'RUN')).find((command) => command.includes('--omit=dev'));
    assert.ok(production);
    for (const workspace of production.match(/--workspace=\S+/g)) {
      assert.ok(workspaces.includes(workspace.replace('--workspace=', '')), workspace);
    }
  });

  test('knows the manifest of every workspace: the lockfile is refused otherwise', () => {
    const copied = named(stages[0], 'COPY').join('\n');
    for (const workspace of workspaces) assert.ok(copied.includes(`${workspace}/package.json`), workspace);
  });

  test('copies only what exists, and no secret', () => {
    const sources = stages
      .flatMap((stage) => named(stage, 'COPY'))
      .filter((copy) => !copy.startsWith('--from'))
      .flatMap((copy) => copy.split(' ').slice(0, -1));
    for (const source of sources) assert.ok(fs.existsSync(inRoot(source)), source);
    const ignored = text('.dockerignore').split('\n');
    for (const secret of ['.data', '.env', '.git']) assert.ok(ignored.includes(secret), secret);
  });

  test('says how it is, and hears the polite kill itself', () => {
    assert.match(named(lastStage, 'HEALTHCHECK')[0], /\/api\/health/);
    assert.match(named(lastStage, 'CMD')[0], /^\["node", "apps\/api\/dist\/main\.js"\]$/);
  });
});

describe('docker-compose.yml', () => {
  const { services, volumes } = compose;
  const secretsIn = (value) => [...JSON.stringify(value).matchAll(/\$\{(\w+)(:\?[^}]*)?\}/g)];

  test('database, migration step, application and worker', () => {
    assert.equal(services.postgres.image, 'postgres:18');
    for (const name of ['migrate', 'app', 'worker', 'backup', 'admin-create']) assert.ok(services[name], name);
    assert.deepEqual(services.migrate.command, ['node', 'migrations/dist/run.js']);
    assert.equal(services.app.depends_on.migrate.condition, 'service_completed_successfully');
    assert.equal(services.worker.depends_on.migrate.condition, 'service_completed_successfully');
  });

  test('refuses to start without each of its secrets, and the head of the file tells how to make it', () => {
    const head = text('docker-compose.yml').split('\nx-')[0];
    const used = secretsIn(compose);
    assert.ok(used.length > 0);
    for (const [, name, demand] of used) {
      assert.ok(demand, `${name} has no :? demand`);
      assert.match(head, new RegExp(`# {3}${name} .*(openssl rand|https address)`));
    }
    const told = [...head.matchAll(/^# {3}([A-Z_]{4,}) /gm)].map(([, name]) => name);
    assert.deepEqual(new Set(told), new Set(used.map(([, name]) => name)));
  });

  test('no value that looks like a secret is written down', () => {
    for (const [name, service] of Object.entries(services)) {
      for (const [variable, value] of Object.entries(service.environment ?? {})) {
        if (/PASSWORD|TOKEN|KEY|SECRET/.test(variable))
          assert.match(String(value), /^\$\{\w+:\?/, `${name}.${variable}`);
      }
    }
  });

  test('the owner’s address reaches neither the application nor the worker', () => {
    for (const name of ['app', 'worker']) {
      assert.equal(services[name].environment.DATABASE_URL, undefined);
      assert.doesNotMatch(JSON.stringify(services[name].environment), /OWNER|POSTGRES_PASSWORD/);
    }
  });

  test('the desk is on loopback for the proxy; the database has no port outside', () => {
    assert.deepEqual(services.app.ports, ['127.0.0.1:3000:3000']);
    assert.equal(services.postgres.ports, undefined);
    assert.equal(services.app.environment.TRUST_PROXY, 'true');
  });

  test('what must survive is in a named volume; containers are read only and without capabilities', () => {
    for (const name of ['postgres', 'documents', 'backups']) assert.ok(name in volumes, name);
    for (const name of ['migrate', 'app', 'worker', 'backup', 'admin-create']) {
      assert.equal(services[name].read_only, true, name);
      assert.deepEqual(services[name].cap_drop, ['ALL'], name);
    }
  });

  test('stopping waits for the requests under way, and health is watched', () => {
    assert.equal(services.app.stop_grace_period, '30s');
    assert.equal(services.worker.stop_grace_period, '30s');
    assert.match(services.postgres.healthcheck.test.join(' '), /pg_isready/);
    assert.equal(services.app.healthcheck, undefined, 'as the image says');
    assert.deepEqual(services.worker.healthcheck, { disable: true });
  });

  test('every file it mounts is there', () => {
    for (const { volumes: mounts = [] } of Object.values(services)) {
      for (const mount of mounts.filter((each) => each.startsWith('./'))) {
        assert.ok(fs.existsSync(inRoot(mount.split(':')[0])), mount);
      }
    }
  });
});
