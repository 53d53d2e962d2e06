import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import { palettes } from '../src/shared/theme/tokens';
import { read, signInAs } from './desk';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WAITING = '.ant-skeleton-active, .ant-spin-spinning';

type Violation = { id: string; impact: string | null; nodes: { html: string }[] };
declare const axe: { run: (page: Document, options: object) => Promise<{ violations: Violation[] }> };

/** What keeps somebody from using the page, by the rules of WCAG 2.2 AA: rule, and the first element it is about. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return violations
      .filter(({ impact }) => impact === 'critical' || impact === 'serious')
      .map(({ id, nodes }) => `${id} ×${nodes.length}: ${nodes[0]?.html.slice(0, 160)}`);
  });
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator(WAITING)).toHaveCount(0);
}

type List = { items: { id: string }[] };

async function pagesOf(page: Page): Promise<string[]> {
  const first = async (list: string) => (await read<List>(page, `/api/${list}?limit=1`)).items[0]?.id;
  const of = async (list: string) => `/${list}/${await first(list)}`;
  return [
    '/workbench', '/cases', '/cases/new', await of('cases'), await of('customers'), await of('units'), '/products', await of('plans'), '/agreements/new', await of('agreements'),
    '/ledger', '/people', '/settings', '/me/password',
  ];
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every kind of page can be used by everybody in the ${colorScheme} look`, async ({ page }) => {
    test.setTimeout(150_000);
    await page.emulateMedia({ colorScheme });
    await page.goto('/');
    await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
    const found = (await barriers(page)).map((barrier) => `sign-in: ${barrier}`);
    await signInAs(page, '服务经理');
    for (const path of await pagesOf(page)) {
      await open(page, path);
      found.push(...(await barriers(page)).map((barrier) => `${path}: ${barrier}`));
    }
    expect(found).toEqual([]);
  });
}

test('a chart is drawn in the ink of the page, from the first moment and when the look changes', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await signInAs(page, '服务经理');
  await open(page, '/ledger');
  const words = page.getByRole('img').locator('svg text').first();
  await expect(words).toHaveAttribute('fill', palettes.dark.inkSoft);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(words).toHaveAttribute('fill', palettes.light.inkSoft);
});

test('on a phone of 360 px nothing is wider than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await signInAs(page, '服务经理');
  const wide: string[] = [];
  for (const path of await pagesOf(page)) {
    await open(page, path);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) wide.push(`${path}: ${over} px`);
  }
  expect(wide).toEqual([]);
});
