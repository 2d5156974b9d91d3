import http from 'node:http';

/** Desks that listen, in a process of their own: reading two hundred streams must not slow down who commits. */
export interface DesksOrder {
  readonly open?: {
    readonly addresses: readonly string[];
    readonly cookies: readonly string[];
    readonly count: number;
  };
  /** So many connections are cut, and come back with their cursor. */
  readonly cut?: number;
  /** So many desks stop reading. */
  readonly pause?: number;
  readonly report?: true;
}

export interface DesksReport {
  readonly open: number;
  /** By desk: id of the event → when it was first heard, in milliseconds of this machine's monotonic clock. */
  readonly heard: readonly (readonly (readonly [string, number])[])[];
}

export const now = () => Number(process.hrtime.bigint()) / 1e6;

class ListeningDesk {
  readonly heard = new Map<string, number>();
  private cursor = '';
  private text = '';
  private reply: http.IncomingMessage | null = null;
  isOpen = false;

  constructor(
    private readonly address: string,
    private readonly cookie: string,
  ) {}

  open(): Promise<void> {
    const since = this.cursor === '' ? '' : `?since=${encodeURIComponent(this.cursor)}`;
    return new Promise((resolve, reject) => {
      const request = http.get(this.address + since, { headers: { cookie: this.cookie }, agent: false }, (reply) => {
        this.reply = reply;
        this.isOpen = true;
        reply.on('data', (piece: Buffer) => {
          this.read(String(piece));
          resolve();
        });
        reply.on('error', () => undefined);
        reply.on('close', () => {
          this.isOpen = false;
        });
      });
      request.on('error', reject);
    });
  }

  async comeBack(): Promise<void> {
    this.reply?.destroy();
    this.text = '';
    await this.open();
  }

  pause(): void {
    this.reply?.pause();
  }

  private read(piece: string): void {
    const at = now();
    const frames = (this.text + piece).split('\n\n');
    this.text = frames.pop() ?? '';
    for (const frame of frames) {
      for (const [, id] of frame.matchAll(/"(act-\d+)"/g)) if (id && !this.heard.has(id)) this.heard.set(id, at);
      this.cursor = /^id: (.*)$/m.exec(frame)?.[1] ?? this.cursor;
    }
  }
}

const desks: ListeningDesk[] = [];

async function obey({ open, cut, pause, report }: DesksOrder): Promise<void> {
  for (let at = desks.length; open && at < open.count; at += 1) {
    const desk = new ListeningDesk(
      open.addresses[at % open.addresses.length] ?? '',
      open.cookies[at % open.cookies.length] ?? '',
    );
    await desk.open();
    desks.push(desk);
  }
  if (cut) await Promise.all(desks.slice(0, cut).map((desk) => desk.comeBack()));
  for (const desk of desks.slice(0, pause ?? 0)) desk.pause();
  const answer: DesksReport = {
    open: desks.filter(({ isOpen }) => isOpen).length,
    heard: report ? desks.map(({ heard }) => [...heard]) : [],
  };
  process.send?.(answer);
}

process.on('message', (order: DesksOrder) => {
  obey(order).catch((error: Error) => {
    console.error(error);
    process.exit(1);
  });
});
