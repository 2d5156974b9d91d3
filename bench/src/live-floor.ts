import http from 'node:http';
import pg from 'pg';

/**
 * The floor of the live desks, as a process of its own: one LISTEN, an event stream a desk, nothing else. No session, no
 * practice, no table, no cursor.
 */
const streams = new Set<http.ServerResponse>();

const server = http.createServer((_, reply) => {
  reply.writeHead(200, { 'content-type': 'text/event-stream' });
  reply.write('event: ready\ndata: {}\n\n');
  streams.add(reply);
  reply.on('close', () => streams.delete(reply));
});

async function run(): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.FLOOR_DATABASE ?? '' });
  await client.connect();
  client.on('notification', ({ payload }) => {
    const frame = `event: change\ndata: ${payload}\n\n`;
    for (const stream of streams) stream.write(frame);
  });
  await client.query('listen bench_floor');
  server.listen(Number(process.env.FLOOR_PORT), '127.0.0.1');
}

run().catch((error: Error) => {
  console.error(error);
  process.exit(1);
});
