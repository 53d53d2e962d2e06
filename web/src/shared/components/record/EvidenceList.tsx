import { AudioOutlined, EditOutlined, EnvironmentOutlined, FileOutlined, MailOutlined, MessageOutlined, PictureOutlined } from '@ant-design/icons';
import { Image } from 'antd';
import type { ReactNode } from 'react';
import type { Instant } from '@/shared/format';
import { formatBytes } from '@/shared/format/bytes';
import { TimeText } from '../text';
import { componentTexts } from '../texts';
import styles from './record.module.css';

export type EvidenceKind = 'photo' | 'file' | 'call' | 'signature' | 'check_in' | 'mail' | 'note';

export type Evidence = {
  id: string;
  kind: EvidenceKind;
  title: string;
  /** When it was added, where the list does not stand under a fact that says so. */
  at?: Instant;
  who?: string | null;
  /** How many bytes it has, where the list is one of files. */
  size?: number;
  /** Where the original is served; photos and signatures are shown small. */
  href?: string | null;
};

const ICONS: Readonly<Record<EvidenceKind, ReactNode>> = {
  photo: <PictureOutlined />,
  file: <FileOutlined />,
  call: <AudioOutlined />,
  signature: <EditOutlined />,
  check_in: <EnvironmentOutlined />,
  mail: <MailOutlined />,
  note: <MessageOutlined />,
};

function isPicture(evidence: Evidence): boolean {
  return evidence.kind === 'photo' || evidence.kind === 'signature';
}

/** What proves that something happened: pictures small with a click to see them whole, everything else as a line. */
export function EvidenceList({ items }: { items: readonly Evidence[] }) {
  const t = componentTexts.useT();
  if (items.length === 0) return <p className={styles['none']}>{t('evidence.empty')}</p>;
  return (
    <Image.PreviewGroup>
      <ul className={styles['evidence']}>
        {items.map((item) => (
          <li key={item.id}>
            {isPicture(item) && item.href ? <Image src={item.href} alt={item.title} width={56} height={56} style={{ objectFit: 'cover' }} /> : <span className={styles['icon']} aria-hidden>{ICONS[item.kind]}</span>}
            <span className={styles['evidenceWords']}>
              {item.href && !isPicture(item) ? <a href={item.href} target="_blank" rel="noreferrer" title={t('evidence.open')}>{item.title}</a> : <span>{item.title}</span>}
              {item.at && <small>{item.who} <TimeText at={item.at} />{item.size !== undefined && <> · {formatBytes(item.size)}</>}</small>}
            </span>
          </li>
        ))}
      </ul>
    </Image.PreviewGroup>
  );
}
