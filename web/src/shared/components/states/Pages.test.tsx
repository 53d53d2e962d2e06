import { QueryClientProvider } from '@tanstack/react-query';
import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { queryClient } from '@/shared/api/client';
import { setLanguage } from '@/shared/i18n';
import { render } from '../../../../tests/render';
import { CrashPage } from './Pages';

beforeEach(() => setLanguage('zh-CN'));
afterEach(() => vi.restoreAllMocks());

const shown = (error: Error) => render(<QueryClientProvider client={queryClient}><CrashPage error={error} reset={() => undefined} /></QueryClientProvider>);

test('a part of the app that cannot be fetched is no error of the page', () => {
  shown(new TypeError('Failed to fetch dynamically imported module: /assets/x.js'));
  expect(screen.getByText('现在连不上服务器，打不开这一页')).toBeVisible();
  expect(screen.getByRole('button', { name: '重新打开' })).toBeEnabled();
});

test('without a network the page is not taken away', () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  shown(new TypeError('x'));
  expect(screen.getByRole('button', { name: '重新打开' })).toBeDisabled();
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
  act(() => void globalThis.dispatchEvent(new Event('online')));
  expect(screen.getByText('本页出错了')).toBeVisible();
});
