import { test as base, expect, type Page } from '@playwright/test';

/** Tests of the desk: `baseURL` is the server that the global set-up started. */
export const test = base.extend({
  baseURL: async ({}, use) => use(process.env['BASE_URL'] ?? 'http://127.0.0.1:8080'),
});

/** Signs in through the demo list of the sign-in page, by the role's Chinese name. */
export async function signInAs(page: Page, role: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: `以${role}身份登录` }).first().click();
  await expect(page.getByRole('button', { name: '我的账号' })).toBeVisible();
}

export { expect };
