import { type ErrorCode, type ErrorKind, errorKinds } from '@pupitre/shared/contract/errors';

/** A refusal the caller can understand: a code, and details that hold ids, codes and counts, never patient data. */
export class DomainError extends Error {
  readonly kind: ErrorKind;

  constructor(
    readonly code: ErrorCode,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.kind = errorKinds[code];
  }
}
