/**
 * Preloaded into long-lived children (`node --import`): when the parent dies, even by kill -9, the channel between the
 * two breaks and the child ends itself. Without it an orphaned API would keep its port and serve errors.
 */
// The parent may be gone before this line is reached; then no event comes.
if (!process.connected) process.exit(1);

process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 5000).unref();
});
// Listening must not keep a finished child alive.
process.channel.unref();
