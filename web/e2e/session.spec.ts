import { expect, test } from '@playwright/test';
import { signInAs } from './desk';

test('a demo sign-in opens the desk, and signing out closes it', async ({ page }) => {
  await signInAs(page, '客服');
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible();
  await page.getByRole('button', { name: '我的账号' }).click();
  // A menu that still unfolds may miss a click.
  await expect(async () => {
    const leave = page.getByRole('menuitem', { name: '退出登录' });
    if (await leave.isVisible()) await leave.click({ timeout: 1_500 });
    await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
});

test('a wrong password is refused without saying whether the account exists', async ({ page }) => {
  const refusal = async (login: string) => {
    await page.goto('/');
    await page.getByLabel('账号', { exact: true }).fill(login);
    await page.getByLabel('密码', { exact: true }).fill('not-the-password');
    const alert = page.getByRole('alert');
    // Who tries again at once is asked to wait a second first, whoever it is.
    await expect(async () => {
      await page.getByRole('button', { name: '登录', exact: true }).click();
      await expect(alert).not.toContainText('过于频繁', { timeout: 500 });
    }).toPass({ intervals: [1_100] });
    return alert.innerText();
  };
  expect(await refusal('nobody-by-this-name')).toBe(await refusal('agent'));
});

test('what was typed when a session ends by itself is there after signing in again', async ({ page, context }) => {
  await signInAs(page, '客服');
  await page.goto('/cases/new');
  await page.getByLabel('故障内容').fill('主机不启动，灯不亮');
  await context.clearCookies();
  // Whoever calls is looked up by the number: the next thing the server is asked.
  await page.getByLabel('电话', { exact: true }).fill('13800138000');
  await expect(page.getByText('登录已过期')).toBeVisible();
  await page.getByRole('button', { name: /^以客服身份登录/ }).first().click();
  await expect(page.getByLabel('故障内容')).toHaveValue('主机不启动，灯不亮');
});
