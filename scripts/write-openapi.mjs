// Writes docs/openapi.json from the contracts. Run after a contract changed: the test suite compares the two.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const { openApiOf } = await import(path.join(root, 'apps/api/dist/platform/http/openapi.js'));
const { allEndpoints } = await import(path.join(root, 'packages/shared/dist/contract/all-endpoints.js'));
writeFileSync(path.join(root, 'docs/openapi.json'), `${JSON.stringify(openApiOf(allEndpoints, '0.1.0'), null, 2)}\n`);
