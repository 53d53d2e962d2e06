import { ApartmentOutlined, PlusOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Form, Input, Select, Space } from 'antd';
import { $api } from '@/shared/api/client';
import { useLive } from '@/shared/api/live';
import type { components } from '@/shared/api/schema';
import { keyset, ListPage, useFilters } from '@/shared/components/list';
import { EmptyState } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { PhoneText } from '@/shared/components/text';
import { formatRow } from '@/shared/format';
import { useNewForm } from '@/shared/hooks/useNewForm';
import { useMay } from '@/shared/session/useMe';
import { useWord } from '@/shared/words';
import { NewPerson } from './NewPerson';
import { usePlaces } from './places';
import { STAFF_ROLES } from './roles';
import { peopleTexts } from './texts';

type Person = components['schemas']['PersonView'];
type Role = components['schemas']['Role'];

export default function PeoplePage() {
  const t = peopleTexts.useT();
  const word = useWord();
  const mayEdit = useMay('people.edit');
  const { filters } = useFilters();
  const [drawer, setDrawer] = useNewForm();
  useLive('people');
  const places = usePlaces();
  const query = {
    ...(filters['q'] && { q: filters['q'] }),
    ...(filters['role'] && { role: filters['role'] as Role }),
    ...(filters['with_deactivated'] && { with_deactivated: true }),
  };
  const source = $api.useInfiniteQuery('get', '/api/people', { params: { query } }, keyset);
  const placeName = (id: string) => places.find((place) => place.id === id)?.name ?? '';
  const roles = (person: Person) => formatRow(person.roles.map((role) => word('role', role)), 'words');
  const state = (person: Person) => <StatusTag tone={person.active ? 'active' : 'off'}>{person.active ? t('active') : t('deactivated')}</StatusTag>;
  const create = mayEdit && <Button type="primary" icon={<PlusOutlined />} onClick={() => setDrawer('open')}>{t('new')}</Button>;
  return (
    <>
      <ListPage
        list="people"
        title={t('title')}
        hint={t('hint')}
        actions={
          <>
            <Link to="/people/organisation"><Button icon={<ApartmentOutlined />}>{t('organisation')}</Button></Link>
            {create}
          </>
        }
        filters={
          <>
            <Form.Item name="q" label={t('filter.q')}><Input allowClear style={{ width: 180 }} /></Form.Item>
            <Form.Item name="role" label={t('filter.role')}>
              <Select allowClear style={{ minWidth: 130 }} options={STAFF_ROLES.map((role) => ({ value: role, label: word('role', role) }))} />
            </Form.Item>
            <Form.Item name="with_deactivated" label={t('filter.deactivated')}><Select allowClear style={{ minWidth: 80 }} options={[{ value: 'true', label: t('yes') }]} /></Form.Item>
          </>
        }
        source={source}
        columns={[
          { title: t('column.name'), render: (_, person) => <strong>{person.name}</strong> },
          { title: t('column.login'), dataIndex: 'login' },
          { title: t('column.roles'), render: (_, person) => roles(person) },
          { title: t('column.org'), render: (_, person) => placeName(person.org) },
          { title: t('column.contact'), render: (_, person) => <Space size={12}>{person.phone && <PhoneText phone={person.phone} />}{person.email}</Space> },
          { title: t('column.state'), render: (_, person) => state(person) },
        ]}
        card={(person) => (
          <>
            <Space><strong>{person.name}</strong>{!person.active && state(person)}</Space>
            <div>{roles(person)}</div>
            <div style={{ color: 'var(--jn-ink-soft)' }}>{placeName(person.org)} · {person.login}</div>
          </>
        )}
        hrefOf={(person) => `/people/${person.id}`}
        empty={<EmptyState title={t('empty')} hint={t('emptyHint')} />}
        none={<EmptyState title={t('nothing')} hint={t(mayEdit ? 'nothingHint' : 'nothingHint.read')} action={create} />}
      />
      {mayEdit && drawer === 'open' && <NewPerson onClose={() => setDrawer('closed')} />}
    </>
  );
}
