import type { components } from '@/shared/api/schema';

export type UnitFile = components['schemas']['UnitFileView'];
export type UnitRecord = UnitFile['record'];

/** The kinds of record in the order people look for them. */
export const RECORDS = ['photo', 'nameplate', 'drawing', 'installation', 'acceptance', 'manual', 'contract', 'repair', 'other'] as const satisfies readonly UnitRecord[];

/** Formats the server shows in a page; everything else is only downloaded. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

export function isPhoto({ media_type }: Pick<UnitFile, 'media_type'>): boolean {
  return SHOWN.has(media_type);
}

/** The kinds that are there, with how many of each. */
export function groupsOf(files: readonly Pick<UnitFile, 'record'>[]): { record: UnitRecord; count: number }[] {
  const counted = RECORDS.map((record) => ({ record, count: files.filter((file) => file.record === record).length }));
  return counted.filter(({ count }) => count > 0);
}
