/** An instant on the wire: RFC 3339 text, or milliseconds since 1970 in UTC. */
export type Instant = string | number;

export type InstantPrecision = 'minute' | 'second' | 'day';

let zone = 'Asia/Shanghai';
const formats = new Map<string, Intl.DateTimeFormat>();

/** The company's zone, told by the server: the desk shows one time to everybody, wherever the browser is. */
export function setZone(name: string): void {
  zone = name;
}

export function currentZone(): string {
  return zone;
}

function parts(at: Date): Record<string, string> {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
}

/** `2026-11-22 14:05`, in the company's zone. An instant that cannot be read comes back as it was written. */
export function formatInstant(instant: Instant, precision: InstantPrecision = 'minute'): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return String(instant);
  const p = parts(at);
  const day = `${p['year']}-${p['month']}-${p['day']}`;
  if (precision === 'day') return day;
  const minute = `${day} ${p['hour']}:${p['minute']}`;
  return precision === 'second' ? `${minute}:${p['second']}` : minute;
}

/** `11-22 14:05` within the same year as `now`, else with the year. For narrow places. */
export function formatShortInstant(instant: Instant, now: Instant = Date.now()): string {
  const full = formatInstant(instant);
  return full.slice(0, 4) === formatInstant(now).slice(0, 4) ? full.slice(5) : full;
}

export function toMillis(instant: Instant): number {
  return new Date(instant).getTime();
}

function asUtc(wall: string): number {
  return Date.parse(`${wall.replace(' ', 'T')}${wall.length === 16 ? ':00' : ''}Z`);
}

/** The instant at which the company's clocks show `2026-11-22 14:05`; a time that a clock change leaves out is taken an hour earlier. */
export function instantOfWall(wall: string): string {
  const wanted = asUtc(wall);
  const offset = (at: number) => asUtc(formatInstant(at, 'second')) - at;
  const guess = wanted - offset(wanted);
  return new Date(wanted - offset(guess)).toISOString();
}
