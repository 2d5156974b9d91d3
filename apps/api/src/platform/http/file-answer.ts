/** A file made by a handler: whole, or in pieces while the transaction stays open. */
export class FileAnswer {
  constructor(
    readonly fileName: string,
    readonly content: Buffer | AsyncIterable<string | Buffer>,
  ) {}
}
