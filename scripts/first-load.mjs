// Weight of the first load of the built web application (docs/performance.md): `node scripts/first-load.mjs [folder]`.
import process from 'node:process';
import { inRoot } from './boot/root.mjs';
import { budgets } from './web/budgets.mjs';
import { bytesOf, firstLoads } from './web/code-loaded.mjs';

const kilobytes = (bytes) => `${(bytes / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} ko`;
const names = { start: 'Toute page', day: 'Jour, cadre compris' };

for (const [load, files] of Object.entries(firstLoads(process.argv[2] ?? inRoot('apps/web/dist')))) {
  const weight = `${kilobytes(bytesOf(files))} en ${files.length} fichiers`;
  process.stdout.write(`${names[load]} : ${weight} (au plus ${kilobytes(budgets[load])})\n`);
}
