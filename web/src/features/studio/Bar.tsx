import { DiffOutlined, DownloadOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Progress, Segmented } from 'antd';
import { Why } from '@/shared/components/actions/Why';
import { KeyHint } from '@/shared/components/KeyHint';
import { PageHeader } from '@/shared/components/PageHeader';
import { FILTERS, handwork, matches, SURE, sureCount, type Filter, type Item, type Reading, type Troubled } from './model';
import { Notices } from './Notices';
import styles from './studio.module.css';
import { studioTexts } from './texts';
import type { useSteps } from './useSteps';

type Props = {
  reading: Reading;
  items: Item[];
  withProblem: Troubled;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  steps: ReturnType<typeof useSteps>;
  onUndo: () => void;
  onRedo: () => void;
  onMake: () => void;
  onProblem: () => void;
};

/** What is settled, what to look at, and the way on to a plan. */
export function Bar({ reading, items, withProblem, filter, onFilter, steps, onUndo, onRedo, onMake, onProblem }: Props) {
  const t = studioTexts.useT();
  const { settled, all } = reading.progress;
  const sure = sureCount(items);
  const action = (name: string) => reading.actions.find((one) => one.name === name);
  const make = action('make');
  const because = (name: string) => (action(name)?.allowed === false ? action(name)?.because : undefined);
  const count = (one: Filter) => items.filter((item) => matches(item, one, withProblem)).length;
  return (
    <>
      <PageHeader
        title={reading.title}
        hint={reading.name}
        actions={
          <>
            <a href={`/api/readings/${reading.id}/source`} download={reading.name} title={`SHA-256 ${reading.sha256}`}><Button icon={<DownloadOutlined />}>{t('bar.original')}</Button></a>
            <Link to="/readings/$id/diff" params={{ id: reading.id }}><Button icon={<DiffOutlined />}>{t('bar.beside')}</Button></Link>
            {reading.plan && <Link to="/plans/$id" params={{ id: reading.plan }}><Button>{t('bar.open')}</Button></Link>}
            <Why action={t('bar.make')} because={because('make')}><Button type="primary" disabled={!make?.allowed} onClick={onMake}>{t('bar.make')}</Button></Why>
          </>
        }
      />
      <Notices reading={reading} steps={steps} />
      <div className={styles['bar']}>
        <div className={styles['progress']} role="status">
          <p className={styles['standing']}><strong>{settled < all ? t('bar.progress', { settled, all }) : t(reading.blocking > 0 ? 'bar.settled' : 'bar.done')}</strong>
          {reading.blocking > 0 && <button type="button" className={styles['blocking']} onClick={onProblem}>▲ {t('bar.blocking', { count: reading.blocking })} <KeyHint>p</KeyHint></button>}</p>
          <Progress percent={all === 0 ? 0 : (settled / all) * 100} showInfo={false} size="small" aria-label={t('bar.progress', { settled, all })} />
        </div>
        <Segmented<Filter>
          aria-label={t('filter.label')}
          value={filter}
          options={FILTERS.filter((one) => one !== 'changed' || handwork(items)).map((one) => ({ value: one, label: <span>{t(`filter.${one}`)} <small className={styles['count']}>{count(one)}</small></span> }))}
          onChange={onFilter}
        />
        <div className={styles['tools']}>
          <Why action={t('bar.above')} because={sure === 0 ? t('bar.noneSure') : undefined}>
            <Button size="small" disabled={sure === 0} onClick={() => void steps.step({ step: 'accept_above', confidence: SURE })}>{t('bar.aboveCount', { count: sure })} <KeyHint>a</KeyHint></Button>
          </Why>
          <Why action={t('bar.undo')} because={because('undo')}>
            <Button size="small" icon={<UndoOutlined />} disabled={!reading.undo} onClick={onUndo}>{t('bar.undo')} <KeyHint>u</KeyHint></Button>
          </Why>
          <Why action={t('bar.redo')} because={because('redo')}>
            <Button size="small" icon={<RedoOutlined />} disabled={!reading.redo} aria-label={t('bar.redo')} title={t('bar.redo')} onClick={onRedo} />
          </Why>
        </div>
      </div>
    </>
  );
}
