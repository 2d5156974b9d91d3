export interface LiveListener {
  readonly practiceId: string;
  readonly accountId: string;
  /** SHA-256 of the session cookie, hex: the stream lives as long as the session is open. */
  readonly sessionHash: string;
  write(frame: string): void;
  close(): void;
}

const listenersPerAccount = 8;

/** The open streams of this process, by practice. */
export class LiveListeners {
  private readonly byPractice = new Map<string, Set<LiveListener>>();

  /** A person's ninth stream closes her first. */
  add(listener: LiveListener): () => void {
    const ofPractice = this.byPractice.get(listener.practiceId) ?? new Set();
    this.byPractice.set(listener.practiceId, ofPractice);
    const own = [...ofPractice].filter((other) => other.accountId === listener.accountId);
    if (own.length >= listenersPerAccount && own[0]) this.close(own[0]);
    ofPractice.add(listener);
    return () => this.remove(listener);
  }

  tell(practiceId: string, frame: string): void {
    for (const listener of this.byPractice.get(practiceId) ?? []) listener.write(frame);
  }

  tellAll(frame: string): void {
    for (const listener of this.everyone()) listener.write(frame);
  }

  /** With a desk at least. */
  practices(): ReadonlySet<string> {
    return new Set(this.byPractice.keys());
  }

  everyone(): LiveListener[] {
    return [...this.byPractice.values()].flatMap((listeners) => [...listeners]);
  }

  /** Forgotten first: nothing may be written to a stream that is ending. */
  close(listener: LiveListener): void {
    this.remove(listener);
    listener.close();
  }

  private remove(listener: LiveListener): void {
    const ofPractice = this.byPractice.get(listener.practiceId);
    ofPractice?.delete(listener);
    if (ofPractice?.size === 0) this.byPractice.delete(listener.practiceId);
  }
}
