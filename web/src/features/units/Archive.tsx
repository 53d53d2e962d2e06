import { DownloadOutlined, FileOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Image, Segmented, Switch, Tag } from 'antd';
import { useState } from 'react';
import { $api, queryClient } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { ConfirmDialog } from '@/shared/components/actions';
import { EmptyState, ProblemAlert } from '@/shared/components/states';
import { TimeText } from '@/shared/components/text';
import { formatBytes } from '@/shared/format';
import { AddFiles } from './AddFiles';
import { groupsOf, isPhoto, type UnitFile } from './archive';
import { unitTexts } from './texts';
import styles from './units.module.css';

type Whole = components['schemas']['UnitWhole'];

function archiveChanged(id: string) {
  return queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === '/api/units/{id}/archive' && JSON.stringify(queryKey[2]).includes(id) });
}

/** Photos and the project archive: everything a technician or the customer may ask for later. */
export function Archive({ unit }: { unit: Whole }) {
  const t = unitTexts.useT();
  const [removed, setRemoved] = useState<'hidden' | 'shown'>('hidden');
  const [record, setRecord] = useState<string>('all');
  const [dialog, setDialog] = useState<UnitFile | 'add'>();
  const { data, error, refetch } = $api.useQuery('get', '/api/units/{id}/archive', { params: { path: { id: unit.id }, query: removed === 'shown' ? { with_removed: true } : {} } });
  const remove = $api.useMutation('post', '/api/units/{id}/archive/{file}/remove', { onSuccess: () => archiveChanged(unit.id) });
  const files = data?.items ?? [];
  const groups = groupsOf(files);
  const shown = record === 'all' || !groups.some((group) => group.record === record) ? files : files.filter((file) => file.record === record);
  const close = () => setDialog(undefined);
  return (
    <Card
      className="jn-no-print"
      title={t('archive')}
      extra={data?.may_change && <Button type="text" icon={<PlusOutlined />} onClick={() => setDialog('add')}>{t('archive.add')}</Button>}
    >
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data && files.length === 0 && <EmptyState title={t('archive.empty')} hint={data.may_change ? t('archive.emptyHint') : t('archive.hint')} />}
      <div className={styles['archiveTools']}>
        {groups.length > 1 && (
          <Segmented
            style={{ maxWidth: '100%', overflowX: 'auto' }}
            value={record}
            onChange={setRecord}
            options={[{ value: 'all', label: t('archive.all', { count: files.length }) }, ...groups.map((group) => ({ value: group.record, label: `${t(`record.${group.record}`)} ${group.count}` }))]}
          />
        )}
        {data && <label><Switch size="small" checked={removed === 'shown'} onChange={(on) => setRemoved(on ? 'shown' : 'hidden')} /> {t('archive.withRemoved')}</label>}
      </div>
      <Image.PreviewGroup>
        <ul className={styles['archive']}>
          {shown.map((file) => <Entry key={file.id} unit={unit.id} file={file} {...(data?.may_change && { onRemove: () => setDialog(file) })} />)}
        </ul>
      </Image.PreviewGroup>
      {dialog === 'add' && <AddFiles unit={unit} onAdded={() => void archiveChanged(unit.id)} onClose={close} />}
      <ConfirmDialog
        open={dialog !== undefined && dialog !== 'add'}
        title={t('archive.remove')}
        text={t('archive.removeText', { title: dialog && dialog !== 'add' ? dialog.title : '' })}
        okText={t('archive.remove')}
        look="danger"
        reasonLabel={t('archive.reason')}
        onOk={async (reason) => dialog && dialog !== 'add' && remove.mutateAsync({ params: { path: { id: unit.id, file: dialog.id } }, body: { reason } })}
        onClose={close}
      />
    </Card>
  );
}

function Entry({ unit, file, onRemove }: { unit: string; file: UnitFile; onRemove?: () => void }) {
  const t = unitTexts.useT();
  const href = `/api/units/${unit}/archive/${file.id}`;
  return (
    <li data-removed={file.removed ? 'yes' : 'no'}>
      <span className={styles['thumb']}>
        {isPhoto(file) ? <Image src={`${href}?inline=true`} alt={file.title} width={64} height={64} style={{ objectFit: 'cover' }} /> : <FileOutlined aria-hidden style={{ fontSize: 28, color: 'var(--jn-ink-faint)' }} />}
      </span>
      <span className={styles['entry']}>
        <span><strong>{file.title}</strong> <Tag>{t(`record.${file.record}`)}</Tag></span>
        <small>{[file.title !== file.name && file.name, formatBytes(file.size)].filter(Boolean).join(' · ')}</small>
        <small>{t('archive.added', { who: file.added_by })} <TimeText at={file.added_at} as="short" /></small>
        {file.removed && <small role="note">{t('archive.removed', { who: file.removed.by, reason: file.removed.reason })} <TimeText at={file.removed.at} as="short" /></small>}
      </span>
      <span className={styles['entryTools']}>
        <Button type="text" size="small" icon={<DownloadOutlined />} href={href} download aria-label={t('archive.open', { name: file.title })} />
        {onRemove && !file.removed && <Button type="link" size="small" danger aria-label={t('archive.removeOf', { name: file.title })} onClick={onRemove}>{t('archive.remove')}</Button>}
      </span>
    </li>
  );
}
