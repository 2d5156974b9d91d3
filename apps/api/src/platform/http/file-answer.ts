/**
 * A file made by a handler. What is made from rows already read (`make`) is made once the transaction is over; what is
 * read as it goes out (`stream`) keeps it open to the last byte. A `text` that programs fetch over and over carries its
 * tag: whoever shows it is answered 304, without the text.
 */
export type FileAnswer =
  | { readonly fileName: string; readonly make: () => Promise<Buffer> }
  | { readonly fileName: string; readonly stream: AsyncIterable<string> }
  | { readonly fileName: string; readonly text: string; readonly etag: string; readonly cacheControl: string };
