import pg from 'pg';
import { seedDemo } from './demo.js';
import { demoDayOf, rewindDemoClock } from './demo-clock.js';

/** `node dist/run.js`: fills an empty DATABASE_URL with the demo; on a seeded one, only winds its clock back when due. */
async function run(): Promise<void> {
  const ownerUrl = process.env.DATABASE_URL;
  if (!ownerUrl) throw new Error('DATABASE_URL is not set');
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  let isEmpty = false;
  let rewound = false;
  try {
    const found = await client.query(
      'select (select count(*)::int from practice) as practices, (select mode from app.installation) as mode',
    );
    isEmpty = found.rows[0].practices === 0;
    if (isEmpty && found.rows[0].mode === 'production')
      throw new Error('this installation is in production: it takes no demo');
    rewound = await rewindDemoClock(client);
  } finally {
    await client.end();
  }
  const day = demoDayOf(process.env.PUPITRE_DEMO_DATE || undefined, new Date());
  const practices = isEmpty ? await seedDemo(ownerUrl, { day }) : [];
  console.log(JSON.stringify({ seeded: isEmpty, ...(isEmpty ? { day } : { clockRewound: rewound }), practices }));
}

run().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
