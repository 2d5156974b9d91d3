import type { EntityTarget, ObjectLiteral } from 'typeorm';

/** Every entity of every module, for the one data source. */
export const entities: readonly EntityTarget<ObjectLiteral>[] = [];
