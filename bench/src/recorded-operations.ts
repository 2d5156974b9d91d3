import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The statements of one operation, from its `begin` to its end. */
export type Operation = readonly Statement[];

/**
 * Reads what an API process sent, one operation a transaction; what stands outside transactions is left out, and so is
 * a write that was rolled back. A streamed read ends by a rollback: it changed nothing.
 */
export function readOperations(file: string): Operation[] {
  const operations: Statement[][] = [];
  const current = new Map<number, Statement[]>();
  for (const { connection, ...statement } of deserialize(readFileSync(file)) as (Statement & {
    connection: number;
  })[]) {
    const word = statement.text.trim().toLowerCase();
    if (word.startsWith('begin') || word.startsWith('start transaction')) current.set(connection, []);
    const operation = current.get(connection);
    operation?.push(statement);
    if (word !== 'commit' && word !== 'rollback') continue;
    if (operation && (word === 'commit' || /read only/i.test(operation[0]?.text ?? ''))) operations.push(operation);
    current.delete(connection);
  }
  return operations;
}

/** Operations that hold a statement on this table or with this word. */
export function operationsWith(operations: readonly Operation[], marker: RegExp): Operation[] {
  return operations.filter((operation) => operation.some(({ text }) => marker.test(text)));
}
