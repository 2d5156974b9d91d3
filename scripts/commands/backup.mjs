/** `npm run backup`: a copy of everything into a folder, while the desks go on working; or a check of one. */

import { backupOptions } from '../backup/options.mjs';
import { checkBackup, takeBackup } from '../backup/take.mjs';
import { build, install } from '../boot/prepare.mjs';
import { readSettings } from '../boot/settings.mjs';

export async function main() {
  const options = backupOptions(process.argv.slice(3));
  const settings = readSettings();
  await install();
  await build(['backup']);
  await (options.check ? checkBackup(options) : takeBackup(options, settings));
}
