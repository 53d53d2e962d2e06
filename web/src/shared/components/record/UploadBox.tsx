import { CloseOutlined, InboxOutlined, RedoOutlined } from '@ant-design/icons';
import { Button, Progress, Upload } from 'antd';
import { useState } from 'react';
import { sendFile, type StoredFile } from '@/shared/api/upload';
import { useNarrow } from '@/shared/hooks/useNarrow';
import { mayRetry, problemTitle } from '../states';
import { componentTexts } from '../texts';
import styles from './record.module.css';

type Sending = { key: string; file: File; percent: number; state: 'sending' | 'failed' | 'too_large'; error?: unknown };

type Props = {
  /** Where files go, such as `/api/cases/…/files`. */
  to: string;
  value?: readonly StoredFile[];
  onChange?: (files: StoredFile[]) => void;
  /** As in the `accept` of a file input; `image/*` opens the camera on a phone. */
  accept?: string;
  limitMb?: number;
};

const BYTES_PER_MB = 1024 * 1024;

/** Takes files, sends each at once and keeps what failed for another try. Fits into a Form.Item. */
export function UploadBox({ to, value = [], onChange, accept, limitMb = 50 }: Props) {
  const t = componentTexts.useT();
  const narrow = useNarrow();
  const [sending, setSending] = useState<Sending[]>([]);
  const [stored, setStored] = useState<readonly StoredFile[]>(value);

  const update = (key: string, change: Partial<Sending>) => setSending((list) => list.map((item) => (item.key === key ? { ...item, ...change } : item)));
  const forget = (key: string) => setSending((list) => list.filter((item) => item.key !== key));
  const keep = (change: (files: readonly StoredFile[]) => StoredFile[]) =>
    setStored((files) => {
      const next = change(files);
      onChange?.(next);
      return next;
    });
  const send = async ({ key, file }: Pick<Sending, 'key' | 'file'>) => {
    update(key, { state: 'sending', percent: 0 });
    try {
      const done = await sendFile(to, file, (percent) => update(key, { percent }));
      forget(key);
      keep((files) => [...files, done]);
    } catch (error) {
      update(key, { state: 'failed', error });
    }
  };
  const take = (file: File) => {
    const key = crypto.randomUUID();
    const state = file.size > limitMb * BYTES_PER_MB ? 'too_large' : 'sending';
    setSending((list) => [...list, { key, file, percent: 0, state }]);
    if (state === 'sending') void send({ key, file });
    return false;
  };
  return (
    <div>
      <Upload.Dragger multiple showUploadList={false} beforeUpload={take} {...(accept && { accept })} style={{ padding: 8 }}>
        <p><InboxOutlined style={{ fontSize: 22, color: 'var(--jn-accent)' }} /></p>
        <p>{narrow ? t('upload.camera') : t('upload.choose')}</p>
        <p className={styles['none']}>{t('upload.limit', { size: limitMb })}</p>
      </Upload.Dragger>
      <ul className={styles['uploads']}>
        {stored.map((file) => (
          <li key={file.id}>
            <span>{file.name}</span>
            <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('upload.remove', { name: file.name })} onClick={() => keep((files) => files.filter((other) => other.id !== file.id))} />
          </li>
        ))}
        {sending.map((item) => (
          <li key={item.key}>
            {item.state === 'sending' && <><span>{item.file.name}</span><Progress percent={item.percent} size="small" style={{ maxWidth: 160 }} /></>}
            {item.state === 'failed' && <><span role="alert">{t('upload.failed', { name: item.file.name, because: problemTitle(item.error) })}</span>{mayRetry(item.error) && <Button type="link" size="small" icon={<RedoOutlined />} onClick={() => void send(item)}>{t('upload.retry')}</Button>}</>}
            {item.state === 'too_large' && <span role="alert">{t('upload.tooLarge', { name: item.file.name, size: limitMb })}</span>}
            {item.state !== 'sending' && <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('upload.remove', { name: item.file.name })} onClick={() => forget(item.key)} />}
          </li>
        ))}
      </ul>
    </div>
  );
}
