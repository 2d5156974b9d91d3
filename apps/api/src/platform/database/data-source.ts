import pg from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';

/**
 * A connection that Postgres closes says so by an event. Between the pool and TypeORM there are moments when neither
 * listens, and an event nobody hears ends the process; whoever uses the connection next is refused anyway.
 */
export class SteadyClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/**
 * The application's pool. TypeORM maps rows and runs transactions here, nothing more: no synchronize, no relations,
 * no subscribers.
 */
export function appDataSource(
  url: string,
  entities: readonly EntityTarget<ObjectLiteral>[],
  poolSize = 10,
): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities] as never[],
    synchronize: false,
    logging: false,
    extra: {
      Client: SteadyClient,
      max: poolSize,
      // A request that finds no connection is refused while its desk still waits for it.
      connectionTimeoutMillis: 8_000,
      keepAlive: true,
      statement_timeout: 5_000,
      idle_in_transaction_session_timeout: 10_000,
      lock_timeout: 2_000,
      application_name: 'pupitre',
    },
  });
}
