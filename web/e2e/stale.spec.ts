import { expect, test } from '@playwright/test';
import { read, signInAs } from './desk';

type Unit = { id: string; version: number; place: string };

test('a form keeps what was typed when somebody else was faster, says so, and can be sent again', async ({ page, browser }) => {
  await signInAs(page, '客服');
  const { items } = await read<{ items: Unit[] }>(page, '/api/units?limit=1');
  const unit = items[0];
  expect(unit, 'the demo has units').toBeDefined();
  await page.goto(`/units/${unit?.id}`);
  await page.getByRole('button', { name: '修改' }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('安装位置').fill('旅程：我填的位置');

  const other = await browser.newPage();
  await signInAs(other, '调度');
  await other.goto(`/units/${unit?.id}`);
  await other.getByRole('button', { name: '修改' }).first().click();
  await other.getByRole('dialog').getByLabel('安装位置').fill('旅程：同事填的位置');
  await other.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(other.getByRole('dialog')).toBeHidden();
  await other.close();

  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(drawer.getByRole('alert')).toContainText('有人刚刚改过这里');
  await expect(drawer.getByLabel('安装位置')).toHaveValue('旅程：我填的位置');
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(drawer).toBeHidden();
  expect((await read<Unit>(page, `/api/units/${unit?.id}`)).place).toBe('旅程：我填的位置');
});
