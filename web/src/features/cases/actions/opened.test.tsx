import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLanguage } from '@/shared/i18n';
import { answerWith, renderPage } from '../../../../tests/desk';
import type { Case } from '../model';
import { useAct } from '../useActs';
import { OwnerDialog } from './RelateDialogs';

const opened = { id: 'cs_1', version: 1, owner: 'p_1', actions: [] } as unknown as Case;

beforeEach(() => setLanguage('zh-CN'));
afterEach(() => vi.unstubAllGlobals());

/** The page behind an open dialog, which a colleague's change reaches. */
function behind(Dialog: (props: { shown: Case; onClose: () => void }) => React.ReactNode) {
  return function Page() {
    const [shown, setShown] = useState(opened);
    return (
      <>
        <button onClick={() => setShown({ ...opened, version: 2, owner: 'p_2' } as Case)}>change</button>
        <Dialog shown={shown} onClose={() => undefined} />
      </>
    );
  };
}

function Act({ shown }: { shown: Case }) {
  const { take } = useAct(shown);
  return <button onClick={() => void take({ do: 'receive' } as never).catch(() => undefined)}>确定</button>;
}

test.each([
  ['the owner', OwnerDialog, '/api/cases/cs_1/owner'],
  ['an action', Act, '/api/cases/cs_1/actions'],
])('%s is saved over the case as it was when the dialog was opened', async (_, Dialog, path) => {
  const asked = answerWith({ '/api/people': { items: [], next: null } });
  renderPage(behind(Dialog), { path: '/cases', address: '/cases' }, []);
  await userEvent.click(await screen.findByText('change'));
  await userEvent.click(screen.getByRole('button', { name: '确定' }));
  await waitFor(() => expect(asked.find(({ url }) => url.endsWith(path))?.headers.get('If-Match')).toBe('"1"'));
});
