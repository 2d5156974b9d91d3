import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';

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
      max: poolSize,
      statement_timeout: 5_000,
      idle_in_transaction_session_timeout: 10_000,
      lock_timeout: 2_000,
      application_name: 'pupitre',
    },
  });
}
