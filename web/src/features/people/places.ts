import { $api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type Place = components['schemas']['OrgUnitView'];
export type PlaceNode = { key: string; value: string; title: string; disabled: boolean; place: Place; children: PlaceNode[] };

export const orgQuery = $api.queryOptions('get', '/api/org');

/** The company tree as nested nodes, in the server's order. A place whose parent is not visible stands at the top. */
export function treeOf(places: readonly Place[]): PlaceNode[] {
  const nodes = new Map(places.map((place) => [place.id, { key: place.id, value: place.id, title: place.name, disabled: place.closed, place, children: [] as PlaceNode[] }]));
  const top: PlaceNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.place.parent ? nodes.get(node.place.parent) : undefined;
    (parent?.children ?? top).push(node);
  }
  return top;
}

export function usePlaces(): readonly Place[] {
  return $api.useQuery('get', '/api/org').data?.items ?? [];
}
