import { PlusOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Button, Card, List } from 'antd';
import { $api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { Parts } from '@/shared/components/text';
import { useMay } from '@/shared/session/useMe';
import { unitTexts } from './texts';

type Whole = components['schemas']['UnitWhole'];

/** The agreements that name the unit: another capability's, shown here as links. */
export function AgreementsCard({ unit }: { unit: Whole }) {
  const t = unitTexts.useT();
  const router = useRouter();
  const may = useMay('agreement.read');
  const maySign = useMay('agreement.edit') && !unit.retired_at;
  const { data } = $api.useQuery('get', '/api/agreements', { params: { query: { unit: unit.id, limit: 20 } } }, { enabled: may });
  if (!may) return null;
  const open = (id: string) => router.history.push(`/agreements/${id}`);
  return (
    <Card
      title={t('agreements')}
      extra={maySign && <Button type="text" icon={<PlusOutlined />} onClick={() => router.history.push(`/agreements/new?customer=${unit.customer}&unit=${unit.id}`)}>{t('agreements.add')}</Button>}
    >
      <List
        dataSource={data?.items ?? []}
        loading={!data}
        locale={{ emptyText: t('agreements.empty') }}
        renderItem={(one) => (
          <List.Item>
            <List.Item.Meta
              title={<a href={`/agreements/${one.id}`} onClick={(event) => { event.preventDefault(); open(one.id); }}>{one.title}</a>}
              description={<Parts parts={[one.number, one.plan_title, one.ends_on ? t('agreement.until', { day: one.ends_on }) : t('agreement.open')]} />}
            />
          </List.Item>
        )}
      />
    </Card>
  );
}
