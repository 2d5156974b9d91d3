import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The statements of one operation, from its `begin` to its `commit`. */
export type Operation = readonly Statement[];

/** Reads what an API process sent, one operation a transaction; what stands outside transactions is left out. */
export function readOperations(file: string): Operation[] {
  const operations: Statement[][] = [];
  let current: Statement[] | null = null;
  for (const statement of deserialize(readFileSync(file)) as Statement[]) {
    const word = statement.text.trim().toLowerCase();
    if (word.startsWith('begin') || word.startsWith('start transaction')) current = [];
    current?.push(statement);
    if (word === 'commit' && current) operations.push(current);
    if (word === 'commit' || word === 'rollback') current = null;
  }
  return operations;
}

/** Operations that hold a statement on this table or with this word. */
export function operationsWith(operations: readonly Operation[], marker: RegExp): Operation[] {
  return operations.filter((operation) => operation.some(({ text }) => marker.test(text)));
}
