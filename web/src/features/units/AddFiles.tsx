import { Button, Drawer, Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { components } from '@/shared/api/schema';
import { UploadBox } from '@/shared/components/record';
import { RECORDS, type UnitRecord } from './archive';
import { unitTexts } from './texts';

type Props = { unit: components['schemas']['UnitWhole']; onAdded: () => void; onClose: () => void };

/** Files go into the archive as they are chosen, under the kind and the words chosen before. */
export function AddFiles({ unit, onAdded, onClose }: Props) {
  const t = unitTexts.useT();
  const [record, setRecord] = useState<UnitRecord>('photo');
  const [title, setTitle] = useState('');
  const about = new URLSearchParams({ record, ...(title.trim() && { title: title.trim() }) });
  return (
    <Drawer open size={480} title={t('archive.addTitle', { serial: unit.serial })} onClose={onClose} footer={<Button type="primary" onClick={onClose}>{t('archive.done')}</Button>}>
      <Form layout="vertical">
        <Form.Item label={t('archive.record')} htmlFor="archive-record">
          <Select id="archive-record" value={record} onChange={setRecord} options={RECORDS.map((value) => ({ value, label: t(`record.${value}`) }))} />
        </Form.Item>
        <Form.Item label={t('archive.title')} htmlFor="archive-title" extra={t('archive.titleHint')}>
          <Input id="archive-title" maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
        </Form.Item>
        <UploadBox to={`/api/units/${unit.id}/archive?${about.toString()}`} onChange={onAdded} {...((record === 'photo' || record === 'nameplate') && { accept: 'image/*' })} />
      </Form>
    </Drawer>
  );
}
