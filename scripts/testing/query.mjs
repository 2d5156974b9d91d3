import pg from 'pg';

/** One statement on a connection of its own. @returns {Promise<object[]>} rows */
export async function query(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
