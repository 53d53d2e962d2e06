import { $api } from '@/shared/api/client';
import { servedTexts } from './servedTexts';

/** Whose default plan will serve a unit of the product that is chosen; both cases while none is. */
export function ServedBy({ product, of }: { product: string | null | undefined; of: 'unit' | 'caller' }) {
  const t = servedTexts.useT();
  const { data } = $api.useQuery('get', '/api/products/{id}', { params: { path: { id: product ?? '' } } }, { enabled: Boolean(product) });
  if (!product || !data) return <>{t(of)}</>;
  return <>{t(data.plan_version ? `${of}.product` : `${of}.company`)}</>;
}
