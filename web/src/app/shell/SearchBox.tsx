import { SearchOutlined } from '@ant-design/icons';
import { keepPreviousData } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { AutoComplete, Input } from 'antd';
import { useDeferredValue, useRef, useState, type ComponentRef } from 'react';
import { $api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { KeyHint } from '@/shared/components/KeyHint';
import { useNarrow } from '@/shared/hooks/useNarrow';
import { useShortcut } from '@/shared/hooks/useShortcut';
import { appTexts } from '../texts';
import styles from './shell.module.css';

type Hit = components['schemas']['SearchHit'];

/** Where a hit leads, in the order the kinds are shown. What has no page of its own is found in its list. */
const PAGES: Readonly<Record<string, (hit: Hit) => string>> = {
  case: ({ id }) => `/cases/${id}`,
  customer: ({ id }) => `/customers/${id}`,
  contact: ({ id }) => `/customers/${id}`,
  unit: ({ id }) => `/units/${id}`,
  product: ({ title }) => `/products?${new URLSearchParams({ q: title }).toString()}`,
  plan: ({ id }) => `/plans/${id}`,
  agreement: ({ id }) => `/agreements/${id}`,
  person: ({ id }) => `/people/${id}`,
  region: ({ id }) => `/regions#${id}`,
  org_unit: ({ id }) => `/people/organisation#${id}`,
  calendar: ({ id }) => `/calendars/${id}`,
};

/** One box for everything: the server finds, this shows by kind and opens what is chosen. */
export function SearchBox() {
  const t = appTexts.useT();
  const narrow = useNarrow();
  const router = useRouter();
  const input = useRef<ComponentRef<typeof AutoComplete>>(null);
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const { data } = $api.useQuery('get', '/api/search', { params: { query: { q } } }, { enabled: q !== '', placeholderData: keepPreviousData });
  useShortcut('/', t('key.search'), () => input.current?.focus());

  const open = (path: string) => {
    setText('');
    input.current?.blur();
    router.history.push(path);
  };
  return (
    <AutoComplete
      ref={input}
      className={styles['searchBox'] ?? ''}
      value={text}
      options={q === '' || !data ? [] : groups(data.items, t)}
      notFoundContent={q === '' || !data ? null : t('search.none', { q })}
      defaultActiveFirstOption
      onChange={setText}
      onSelect={open}
      popupMatchSelectWidth={narrow ? true : 440}
      {...(narrow && { classNames: { popup: { root: styles['hitsOnPhone'] ?? '' } } })}
    >
      <Input
        allowClear
        aria-label={t('search.label')}
        placeholder={t(narrow ? 'search.short' : 'search.label')}
        prefix={<SearchOutlined style={{ color: 'var(--jn-ink-faint)' }} />}
        {...(!narrow && { suffix: <KeyHint>/</KeyHint> })}
      />
    </AutoComplete>
  );
}

function groups(hits: readonly Hit[], t: ReturnType<typeof appTexts.useT>) {
  return Object.keys(PAGES)
    .map((kind) => ({ kind, found: hits.filter((hit) => hit.kind === kind) }))
    .filter(({ found }) => found.length > 0)
    .map(({ kind, found }) => ({
      label: appTexts.has(`search.kind.${kind}`) ? t(`search.kind.${kind}` as Parameters<typeof t>[0]) : kind,
      options: found.map((hit) => ({
        value: PAGES[kind]?.(hit) ?? '/',
        label: (
          <span className={styles['hit']}>
            <span>{hit.title}</span>
            {hit.detail && <small>{hit.detail}</small>}
          </span>
        ),
      })),
    }));
}
