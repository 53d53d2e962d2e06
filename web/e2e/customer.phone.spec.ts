import { expect, test } from '@playwright/test';
import { picture, promise, signInAs } from './desk';

test('on a phone a customer finds the unit, reports a fault and sees the promise running', async ({ page }) => {
  await signInAs(page, '客户');
  await picture(page, 'phone-1-workbench');
  await page.goto('/units');
  await page.getByRole('link').filter({ hasText: /\d/ }).first().or(page.getByRole('button').filter({ hasText: /SB-/ }).first()).first().waitFor();
  await picture(page, 'phone-2-units');
  await page.goto('/cases/new');
  await page.getByLabel('电话', { exact: true }).fill('13800138000');
  await page.getByLabel('姓名', { exact: true }).fill('周先生');
  await page.getByLabel('客户要求').fill('请周末上门');
  const unit = page.getByRole('combobox', { name: '设备' });
  await unit.click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
  await page.getByLabel('故障内容').fill('卫生间墙砖空鼓，昨晚脱落两块');
  await picture(page, 'phone-3-report');
  await page.getByRole('button', { name: '建立服务单' }).click();
  await expect(page.getByRole('heading', { name: /^FW-\d{8}-\d{4}/ })).toBeVisible();
  await expect(promise(page, '报修登记')).toContainText('已履约');
  await expect(page.getByText('卫生间墙砖空鼓，昨晚脱落两块')).toBeVisible();
  await picture(page, 'phone-4-case');

  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, 'nothing is wider than the phone').toBeLessThanOrEqual(0);
});
