import { DeleteOutlined, FilterOutlined, SaveOutlined } from '@ant-design/icons';
import { App, Badge, Button, Drawer, Form, Input, Popover, Select, Space } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { ApiProblem } from '@/shared/api/problem';
import { useNarrow } from '@/shared/hooks/useNarrow';
import { componentTexts } from '../texts';
import styles from './list.module.css';
import { isFilter, useFilters } from './useFilters';
import { sameFilters, useViews, type ListName } from './views';

type Props = {
  /** Names the list for its saved views; without it none are kept. */
  list?: ListName | undefined;
  /** What the list is without any filter, where that is not everything. */
  unfiltered?: string | undefined;
  /** `Form.Item`s whose names are the API's query parameters. */
  children: ReactNode;
};

/** The search form above a list: in one line on a desk, behind a button on a phone. */
export function FilterBar({ list, unfiltered, children }: Props) {
  const t = componentTexts.useT();
  const narrow = useNarrow();
  const { filters, setFilters } = useFilters();
  const [form] = Form.useForm();
  const [drawer, setDrawer] = useState<'open' | 'closed'>('closed');
  useEffect(() => {
    form.resetFields();
    form.setFieldsValue(filters);
  }, [form, filters]);

  const search = (values: Record<string, unknown>) => {
    // The form has no field for the order, which is chosen at the heads.
    const order = Object.entries(filters).filter(([name]) => !isFilter(name));
    setFilters({ ...Object.fromEntries(order), ...values });
    setDrawer('closed');
  };
  const fields = (
    <Form form={form} layout={narrow ? 'vertical' : 'inline'} initialValues={filters} onFinish={search} className={styles['filters'] ?? ''}>
      {children}
      <Space>
        <Button type="primary" htmlType="submit">{t('list.search')}</Button>
        <Button onClick={() => { setFilters({}); setDrawer('closed'); }}>{t('list.reset')}</Button>
      </Space>
    </Form>
  );
  return (
    <div className={`${styles['bar']} jn-no-print`}>
      {narrow ? (
        <>
          <Badge count={Object.keys(filters).filter(isFilter).length} size="small">
            <Button icon={<FilterOutlined />} onClick={() => setDrawer('open')}>{t('list.filters')}</Button>
          </Badge>
          <Drawer open={drawer === 'open'} onClose={() => setDrawer('closed')} placement="bottom" size="large" title={t('list.filters')} forceRender>{fields}</Drawer>
        </>
      ) : fields}
      {list && <Views list={list} unfiltered={unfiltered} />}
    </div>
  );
}

function Views({ list, unfiltered }: { list: ListName; unfiltered: string | undefined }) {
  const t = componentTexts.useT();
  const { filters, setFilters } = useFilters();
  const { views, save, remove, error } = useViews(list);
  const { message } = App.useApp();
  useEffect(() => {
    if (error) void message.error(error instanceof ApiProblem ? (error.body?.title ?? t('problem.unknown')) : t('problem.unknown'));
  }, [error, message, t]);
  const [name, setName] = useState('');
  const current = views.find((view) => sameFilters(view.filters, filters))?.name;
  const isFiltered = Object.keys(filters).length > 0;
  const keep = () => {
    save({ name: name.trim(), filters });
    setName('');
  };
  if (views.length === 0 && !isFiltered) return null;
  return (
    <Space>
      {views.length > 0 && (
        <Select
          value={isFiltered ? current : ''}
          placeholder={t('list.view')}
          aria-label={t('list.view')}
          popupMatchSelectWidth={false}
          style={{ minWidth: 120 }}
          options={[{ value: '', label: unfiltered ?? t('list.viewAll') }, ...views.map((view) => ({ value: view.name, label: view.name }))]}
          onChange={(chosen) => setFilters(views.find((view) => view.name === chosen)?.filters ?? {})}
        />
      )}
      {current && <Button type="text" icon={<DeleteOutlined />} aria-label={t('list.viewDelete', { name: current })} title={t('list.viewDelete', { name: current })} onClick={() => remove(current)} />}
      {isFiltered && !current && (
        <Popover
          trigger="click"
          placement="bottomRight"
          content={
            <Space.Compact>
              <Input value={name} maxLength={24} placeholder={t('list.viewName')} aria-label={t('list.viewName')} onChange={(event) => setName(event.target.value)} onPressEnter={() => name.trim() && keep()} />
              <Button type="primary" disabled={!name.trim()} onClick={keep}>{t('list.viewSave')}</Button>
            </Space.Compact>
          }
        >
          <Button type="text" icon={<SaveOutlined />}>{t('list.viewSave')}</Button>
        </Popover>
      )}
    </Space>
  );
}
