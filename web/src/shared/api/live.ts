import { useEffect } from 'react';
import { queryClient } from './client';

/** What changed: the topic is the path after /api/, the id that of the subject. */
export type Change = { topic: string; id?: string };

/** The server names what happened, `case.changed`; here counts which paths show such things. */
const PATHS = {
  agreement: 'agreements',
  calendar: 'calendars',
  case: 'cases',
  customer: 'customers',
  law: 'law',
  notice: 'notices',
  org: 'org',
  person: 'people',
  plan: 'plans',
  product: 'products',
  reading: 'readings',
  region: 'regions',
  settings: 'settings',
  unit: 'units',
} as const satisfies Record<string, string>;

/** What a page can follow. */
export type Topic = (typeof PATHS)[keyof typeof PATHS];

type Listener = (change: Change) => void;

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** One event stream for the whole page, open while anybody listens, reconnecting with growing waits. */
class LiveStream {
  private readonly listeners = new Set<Listener>();
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitMs = FIRST_WAIT_MS;
  private wasInterrupted = false;

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    if (!this.source && this.timer === undefined) this.open();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.close();
    };
  }

  private open(): void {
    this.timer = undefined;
    if (typeof EventSource === 'undefined') return;
    const source = new EventSource('/api/events');
    this.source = source;
    source.addEventListener('open', () => {
      this.waitMs = FIRST_WAIT_MS;
      // What changed while nobody listened is unknown: everything on screen is asked again.
      if (this.wasInterrupted) void queryClient.invalidateQueries();
      this.wasInterrupted = false;
    });
    source.addEventListener('message', (event: MessageEvent<string>) => {
      const change = parseChange(event.data);
      if (change) this.listeners.forEach((listener) => listener(change));
    });
    source.addEventListener('error', () => this.retry());
  }

  private retry(): void {
    this.source?.close();
    this.source = undefined;
    this.wasInterrupted = true;
    clearTimeout(this.timer);
    // Spread over half the wait, so that a restarted server does not meet every desk in the same second.
    const wait = this.waitMs / 2 + (Math.random() * this.waitMs) / 2;
    this.timer = setTimeout(() => this.open(), wait);
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
  }

  private close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.source?.close();
    this.source = undefined;
  }
}

const stream = new LiveStream();

export function parseChange(data: string): Change | undefined {
  try {
    const value: unknown = JSON.parse(data);
    if (typeof value !== 'object' || value === null || !('topic' in value) || typeof value.topic !== 'string') return undefined;
    const subject = value.topic.split('.')[0] ?? value.topic;
    const topic = (PATHS as Readonly<Record<string, string>>)[subject] ?? subject;
    const id = 'id' in value && typeof value.id === 'string' ? value.id : undefined;
    return id === undefined ? { topic } : { topic, id };
  } catch {
    return undefined;
  }
}

/** Whether a query's answer may have changed: same topic, and not the page of another subject. */
export function isTouched(queryKey: readonly unknown[], change: Change): boolean {
  const [, path, init] = queryKey;
  if (typeof path !== 'string') return false;
  const root = `/api/${change.topic}`;
  if (path !== root && !path.startsWith(`${root}/`)) return false;
  const shownId = (init as { params?: { path?: { id?: unknown } } } | undefined)?.params?.path?.id;
  return change.id === undefined || shownId === undefined || shownId === change.id;
}

/** Keeps what is on screen fresh: `useLive('cases', 'notices')` refetches those topics' queries when the server says so. */
export function useLive(...topics: Topic[]): void {
  const key = topics.join(' ');
  useEffect(() => {
    const wanted = new Set(key.split(' '));
    return stream.listen((change) => {
      if (!wanted.has(change.topic)) return;
      void queryClient.invalidateQueries({ predicate: (query) => isTouched(query.queryKey, change) });
    });
  }, [key]);
}
