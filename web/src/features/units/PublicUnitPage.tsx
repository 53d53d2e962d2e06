import { PhoneOutlined } from '@ant-design/icons';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import { $api } from '@/shared/api/client';
import { isProblem } from '@/shared/api/problem';
import type { components } from '@/shared/api/schema';
import { WarrantyWord } from '@/shared/components/WarrantyLine';
import { Wordmark } from '@/shared/components/Wordmark';
import { EmptyState, LoadingPage, ReadProblem } from '@/shared/components/states';
import { formatNamed } from '@/shared/format';
import { setLanguage, useLanguage } from '@/shared/i18n';
import { lawInWords, warrantyTexts } from '@/shared/words/warranty';
import { unitTexts } from './texts';
import { daysLeft, stripe, Terms, until } from './WarrantyCard';
import styles from './units.module.css';

type Card = components['schemas']['PublicCard'];

/** What whoever scans the code on a unit sees, without a sign-in: what is promised for it and how to report. It names nobody. */
export default function PublicUnitPage() {
  const t = unitTexts.useT();
  const language = useLanguage();
  const { code } = useParams({ strict: false }) as { code: string };
  const { data, error, refetch } = $api.useQuery('get', '/api/public/codes/{code}', { params: { path: { code } } });
  useEffect(() => {
    document.title = data ? `${data.product_name} ${data.model} · ${t('card.title')}` : t('card.title');
  }, [data, t]);
  return (
    <div className={styles['public']}>
      <header>
        <Wordmark />
        <Button type="text" onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}>{language === 'en' ? '简体中文' : 'English'}</Button>
      </header>
      <main>
        {isProblem(error, 404) && <EmptyState title={t('public.unknown')} hint={t('public.unknownHint')} />}
        {error && !isProblem(error, 404) && <ReadProblem error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingPage />}
        {data && <Shown card={data} />}
      </main>
    </div>
  );
}

function Shown({ card }: { card: Card }) {
  const t = unitTexts.useT();
  const said = warrantyTexts.useT();
  return (
    <>
      <section className={styles['card']} data-state={stripe(card)} aria-label={t('card.title')}>
        <header className={styles['head']}>
          <h1>{[card.company, t('card.title')].filter(Boolean).join(' · ')}</h1>
          {card.said && <WarrantyWord said={card.said} />}
        </header>
        <div className={styles['body']}>
          <div>
            <div className={styles['what']}>{card.product_name} {card.model}<small>{card.serial}</small></div>
            <dl className={styles['dates']}>
              <div><dt>{t('card.until')}</dt><dd>{until(t, said, card)}</dd></div>
              {typeof card.days_left === 'number' && <div><dt>{t('card.left')}</dt><dd>{daysLeft(t, card.days_left)}</dd></div>}
            </dl>
            {card.said?.law && <p role="note">{lawInWords(said, card.said.law, card.said.source)}</p>}
            {card.missing_starts.length > 0 && <p role="note" className={styles['missing']}>{t('public.missing')}</p>}
          </div>
        </div>
        <Terms terms={card.terms} />
        {card.plan && <footer className={styles['foot']}><span>{formatNamed(t('card.plan'), card.plan)}</span></footer>}
      </section>
      <nav className={styles['ways']} aria-label={t('public.ways')}>
        {card.hotline && <Button type="primary" size="large" block icon={<PhoneOutlined />} href={`tel:${card.hotline.replace(/[^\d+]/g, '')}`}>{t('public.call', { hotline: card.hotline })}</Button>}
        <Button size="large" block href={`/cases/new?unit=${card.unit}`}>{t('public.report')}</Button>
        <p>{t('public.reportHint')}</p>
      </nav>
    </>
  );
}
