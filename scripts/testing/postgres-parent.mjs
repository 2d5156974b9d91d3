/** A program that starts Postgres and waits: the tests kill it with -9. */
import { startPostgres } from '../postgres/start.mjs';

// An interrupted test run must not leave it behind.
process.on('disconnect', () => process.exit(1));
if (!process.connected) process.exit(1);

const postgres = await startPostgres({ home: process.argv[2], durable: false, port: 0 });
console.log(JSON.stringify({ postmaster: postgres.child.pid }));
setInterval(() => {}, 1000);
