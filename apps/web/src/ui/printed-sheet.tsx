import type { ReactNode } from 'react';
import './printed-calls.css';

interface PrintedSheetProps {
  readonly practice: string;
  readonly title: ReactNode;
  readonly span: string;
  /** What kind of list it is, and how long: right of the head. */
  readonly list: string;
  readonly count?: string;
  readonly headings: readonly string[];
  /** Who printed it and when, on each page. */
  readonly foot: string;
  /** Rows of a table body. */
  readonly children: ReactNode;
}

/** A list on paper: its head and its foot come again on every page. */
export function PrintedSheet({ practice, title, span, list, count, headings, foot, children }: PrintedSheetProps) {
  return (
    <div className="printed-calls">
      <table>
        <thead>
          <tr>
            <td colSpan={headings.length} className="printed-head">
              <div>
                <p>{practice}</p>
                <h2>{title}</h2>
                <p>{span}</p>
              </div>
              <div>
                <b>{list}</b>
                {count && <p>{count}</p>}
              </div>
            </td>
          </tr>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tfoot>
          <tr>
            <td colSpan={headings.length}>{foot}</td>
          </tr>
        </tfoot>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
