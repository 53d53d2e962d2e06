import { expect, type Page } from '@playwright/test';

/** Signs in through the demo list of the sign-in page, by the role's Chinese name. */
export async function signInAs(page: Page, role: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: `以${role}身份登录` }).first().click();
  await expect(page.getByRole('button', { name: '我的账号' })).toBeVisible();
}
