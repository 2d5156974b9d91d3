/**
 * A file made by a handler. What is made from rows already read (`make`) is made once the transaction is over; what is
 * read as it goes out (`stream`) keeps it open to the last byte.
 */
export type FileAnswer =
  | { readonly fileName: string; readonly make: () => Promise<Buffer> }
  | { readonly fileName: string; readonly stream: AsyncIterable<string> };
