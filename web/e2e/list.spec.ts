import { expect, test } from '@playwright/test';
import { read, signInAs } from './desk';

type Listed = { items: { id: string; number: string; owner: string | null }[] };

test('a dispatcher sorts the list by keyboard and gives two cases to an engineer at once', async ({ page }) => {
  await signInAs(page, '调度');
  await page.goto('/cases');
  const head = page.getByRole('columnheader', { name: '故障等级' });
  await head.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/sort=severity/);
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await page.reload();
  await expect(head).toHaveAttribute('aria-sort', 'descending');

  const { items } = await read<Listed>(page, '/api/cases?sort=severity&descending=true&limit=2');
  for (const { number } of items) await page.getByRole('checkbox', { name: `选择 ${number}` }).check();
  await expect(page.getByText('已选 2 张')).toBeVisible();
  await page.getByRole('button', { name: '指定负责人' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill('王铁成');
  await page.keyboard.press('Enter');
  // The list of names may still stand open beside the chosen one.
  await expect(dialog.getByText('王铁成').first()).toBeVisible();
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(page.getByText('已为 2 张服务单指定负责人')).toBeVisible();
  const owners = (await read<Listed>(page, '/api/cases?sort=severity&descending=true&limit=2')).items.map(({ owner }) => owner);
  expect(new Set(owners).size).toBe(1);
  expect(owners[0]).not.toBeNull();
});
