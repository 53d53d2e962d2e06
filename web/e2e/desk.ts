import { expect, type Locator, type Page } from '@playwright/test';

/** Signs in through the demo list of the sign-in page, by the role's Chinese name; whoever was signed in before is gone. */
export async function signInAs(page: Page, role: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/');
  const enter = page.getByRole('button', { name: new RegExp(`^以${role}身份登录`) }).first();
  const inside = page.getByRole('button', { name: '我的账号' });
  await enter.or(inside).first().waitFor();
  // Many sign-ins of one address within a minute are put off for some seconds, which the page says.
  await expect(async () => {
    if (await enter.isVisible()) await enter.click({ timeout: 2_000 });
    await expect(inside).toBeVisible({ timeout: 8_000 });
  }).toPass({ timeout: 70_000 });
}

/** Keeps a picture of what is on the screen for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `../screenshots/${name}.png` });
}

/** Reads something of the API as the person who is signed in, to find what of the demo a journey is about. */
export async function read<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(path, { headers: { 'X-Jiannuo': '1' } });
  expect(answer.ok(), `${path} answers ${answer.status()}`).toBe(true);
  return (await answer.json()) as T;
}

/** A fault reported by the person who is signed in, with the unit of the demo it is about. */
export async function report(page: Page, body: Record<string, unknown>): Promise<{ id: string; number: string }> {
  const answer = await page.request.post('/api/cases', { headers: { 'X-Jiannuo': '1', 'Idempotency-Key': crypto.randomUUID() }, data: body });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as { id: string; number: string };
}

export type Unit = { id: string; serial: string; number: string };

/** A unit of the demo that is served under a plan, within the reach of whoever is signed in. */
export async function servedUnder(page: Page, title: string): Promise<Unit> {
  const plans = await read<{ items: { id: string; title: string }[] }>(page, '/api/plans?with_retired=true&limit=200');
  const plan = plans.items.find((one) => one.title === title);
  for (const ended of [false, true]) {
    const { items } = await read<{ items: { unit: string | null }[] }>(page, `/api/cases?plan=${plan?.id}&limit=100&ended=${ended}`);
    const served = items.find(({ unit }) => unit !== null);
    if (served) return read<Unit>(page, `/api/units/${served.unit}`);
  }
  throw new Error(`The demo serves no unit under ${title}.`);
}

/** The promise of the case page by its heading. */
export function promise(page: Page, heading: string): Locator {
  return page.getByRole('article', { name: new RegExp(`^${heading}：`) });
}

/** Chooses an entry of a select by the label of its field; a dialog that is still moving may close the list once. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  // A required field's accessible name begins with the star that the library draws.
  const field = page.getByRole('combobox', { name: new RegExp(`^(\\* )?${label}$`) });
  await expect(async () => {
    await field.click();
    if (await field.isEditable()) await field.fill(option);
    await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).last().click({ timeout: 1_500 });
    // A list that moves while it is clicked may take nothing.
    await expect(field.locator('xpath=ancestor::*[contains(concat(" ", @class, " "), " ant-select ")][1]')).toContainText(option, { timeout: 1_500 });
  }).toPass({ timeout: 10_000 });
  await field.blur();
}

/** Takes one action of the case page: opens it among all actions, fills what it asks, and waits until it is recorded. */
export async function act(page: Page, action: string, fill: (dialog: Locator) => Promise<void> = async () => {}): Promise<void> {
  await page.getByRole('button', { name: '全部操作' }).click();
  await page.getByRole('dialog', { name: '全部操作' }).getByRole('button', { name: action, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: action, exact: true });
  await fill(dialog);
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Proof by what the customer said. */
export function said(words: string) {
  return async (dialog: Locator): Promise<void> => {
    await dialog.getByText('客户的话', { exact: true }).click();
    await dialog.getByLabel('客户说了什么').fill(words);
  };
}

/** The note of an action that needs words. */
export function noted(words: string, label = '说明') {
  return (dialog: Locator): Promise<void> => dialog.getByLabel(label, { exact: true }).fill(words);
}
