import { BellOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Badge, Button, Popover } from 'antd';
import { useState } from 'react';
import { $api, queryClient } from '@/shared/api/client';
import { useLive } from '@/shared/api/live';
import type { components } from '@/shared/api/schema';
import { EmptyState, ProblemAlert } from '@/shared/components/states';
import { formatAgo, formatInstant, toMillis } from '@/shared/format';
import { useNow } from '@/shared/hooks/useNow';
import { appTexts } from '../texts';
import { noticeLink } from './noticeLink';
import styles from './shell.module.css';

type Notice = components['schemas']['NoticeView'];

const noticesQuery = $api.queryOptions('get', '/api/notices');

export function NoticeBell() {
  const t = appTexts.useT();
  const [open, setOpen] = useState(false);
  const { data, error } = $api.useQuery('get', '/api/notices');
  useLive('notices');
  const unread = data?.unread ?? 0;
  const label = unread > 0 ? t('notices.unread', { count: unread }) : t('notices.label');
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={error ? <ProblemAlert error={error} /> : <NoticeList items={data?.items ?? []} onGone={() => setOpen(false)} />}
    >
      <Button type="text" aria-label={label} title={label} icon={<Badge count={unread} size="small" offset={[2, -2]}><BellOutlined style={{ fontSize: 16, color: 'var(--jn-ink)' }} /></Badge>} />
    </Popover>
  );
}

function NoticeList({ items, onGone }: { items: readonly Notice[]; onGone: () => void }) {
  const t = appTexts.useT();
  const now = useNow();
  const router = useRouter();
  const read = $api.useMutation('post', '/api/notices/read', {
    onSuccess: () => queryClient.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  });
  const unread = items.filter((notice) => !notice.read).map((notice) => notice.id);
  if (items.length === 0) return <div className={styles['notices']}><EmptyState title={t('notices.none')} hint={t('notices.noneHint')} /></div>;
  const open = (notice: Notice) => {
    if (!notice.read) read.mutate({ body: { ids: [notice.id] } });
    const link = noticeLink(notice);
    if (link) router.history.push(link);
    onGone();
  };
  return (
    <div className={styles['notices']}>
      <ul>
        {items.map((notice) => (
          <li key={notice.id}>
            <button type="button" className={notice.read ? styles['notice'] : `${styles['notice']} ${styles['unread']}`} onClick={() => open(notice)}>
              <strong>{notice.text}</strong>
              <time title={formatInstant(notice.at, 'second')}>{formatAgo(toMillis(notice.at), now)}</time>
            </button>
          </li>
        ))}
      </ul>
      {unread.length > 0 && <Button type="link" block loading={read.isPending} onClick={() => read.mutate({ body: { ids: unread } })}>{t('notices.readAll')}</Button>}
    </div>
  );
}
