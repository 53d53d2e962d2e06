import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { Button, Popconfirm, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { components } from '@/shared/api/schema';
import { StatusTag } from '@/shared/components/StatusTag';
import styles from './plans.module.css';
import { useReading } from '@/shared/plan/reading';
import { planTexts } from './texts';
import { useWords } from '@/shared/plan/useWords';

type Clause = components['schemas']['Clause'];
type Tools = { first: boolean; last: boolean; onEdit: () => void; onMove: (by: 1 | -1) => void; onRemove: () => Promise<unknown> };

/** One clause as it stands in the document, with what the engine reads in it. */
export function ClauseCard({ clause, number, tools, children }: { clause: Clause; number: number; tools?: Tools; /** What is to be said of it beside others. */ children?: ReactNode }) {
  const t = planTexts.useT();
  const word = useWords();
  const reading = useReading();
  return (
    <section id={`clause-${clause.id}`} className={styles['clause']}>
      <span className={styles['number']} aria-hidden>{number}</span>
      <div className={styles['clauseHead']}>
        <h3>{clause.heading}</h3>
        <Tag>{word(clause.promise.kind)}</Tag>
        {clause.binds === 'customer' && <StatusTag tone="waiting">{t('binds.customer')}</StatusTag>}
        {clause.strength === 'may' && <StatusTag tone="off">{t('strength.may')}</StatusTag>}
        {tools && <ToolButtons clause={clause} tools={tools} />}
      </div>
      <p className={styles['words']}>{clause.text}</p>
      <ul className={styles['reading']}>{reading(clause).map((line) => <li key={line}>{line}</li>)}</ul>
      {children}
    </section>
  );
}

function ToolButtons({ clause, tools }: { clause: Clause; tools: Tools }) {
  const t = planTexts.useT();
  return (
    <div className={`${styles['clauseTools']} jn-no-print`}>
      <Button type="text" size="small" icon={<ArrowUpOutlined />} aria-label={t('plan.up')} title={t('plan.up')} disabled={tools.first} onClick={() => tools.onMove(-1)} />
      <Button type="text" size="small" icon={<ArrowDownOutlined />} aria-label={t('plan.down')} title={t('plan.down')} disabled={tools.last} onClick={() => tools.onMove(1)} />
      <Button type="text" size="small" icon={<EditOutlined />} aria-label={`${t('plan.edit')} ${clause.heading}`} title={t('plan.edit')} onClick={tools.onEdit} />
      <Popconfirm title={t('plan.removeSure', { heading: clause.heading })} okText={t('plan.remove')} cancelText={t('plan.cancel')} onConfirm={tools.onRemove}>
        <Button type="text" size="small" danger icon={<DeleteOutlined />} aria-label={`${t('plan.remove')} ${clause.heading}`} title={t('plan.remove')} />
      </Popconfirm>
    </div>
  );
}
