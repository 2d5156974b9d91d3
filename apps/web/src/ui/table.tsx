import type { ReactNode } from 'react';

export interface Column<Row> {
  id: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Right-aligned, aligned figures. */
  numeric?: boolean;
}

export interface TableProps<Row> {
  /** Read by assistive tools: what the table holds. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  isChosen?: (row: Row) => boolean;
  foot?: ReactNode;
}

/** Lines only, no zebra; the chosen row has the brand bar at its left. */
export function Table<Row>({ caption, columns, rows, rowKey, isChosen, foot }: TableProps<Row>) {
  return (
    <table>
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={column.numeric ? 'num' : undefined}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={isChosen?.(row) ? 'sel' : undefined}>
            {columns.map((column) => (
              <td key={column.id} className={column.numeric ? 'num' : undefined}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {foot && <tfoot>{foot}</tfoot>}
    </table>
  );
}
