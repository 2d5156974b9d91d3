/**
 * `node prepared-command.mjs <backup|restore> …`: the command as it runs once everything is installed and built, with its
 * signals and its endings. The tests start it: an install in the middle of a test run would take the libraries away.
 */
import { backupOptions, restoreOptions } from '../backup/options.mjs';
import { putBack } from '../backup/put-back.mjs';
import { checkBackup, takeBackup } from '../backup/take.mjs';
import { runCommand } from '../boot/run-command.mjs';
import { readSettings } from '../boot/settings.mjs';

const mains = {
  backup(args) {
    const options = backupOptions(args);
    return options.check ? checkBackup(options) : takeBackup(options, readSettings());
  },
  restore: (args) => putBack(restoreOptions(args), readSettings()),
};

await runCommand(process.argv[2], (command) => ({ main: () => mains[command](process.argv.slice(3)) }));
