import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';

/** Every statement the application sends while this is done. */
export async function statementsOf(app: NestFastifyApplication, act: () => PromiseLike<unknown>): Promise<string[]> {
  const source = app.get(DataSource);
  const create = source.createQueryRunner;
  const sent: string[] = [];
  source.createQueryRunner = (mode) => {
    const runner = create.call(source, mode);
    const query = runner.query;
    runner.query = (sql: string, ...rest: [unknown[]?]) => {
      sent.push(sql);
      return query.call(runner, sql, ...rest);
    };
    return runner;
  };
  try {
    await act();
  } finally {
    source.createQueryRunner = create;
  }
  return sent;
}
