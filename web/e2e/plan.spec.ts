import { expect, test } from '@playwright/test';
import { picture, signInAs } from './desk';

const PLAN = '农资配送售后服务方案';
const CLAUSE = '过期产品';
const NEW_TEXT = '发现过期产品，当日免费调换，并承担全部责任。';

test('a plan is edited by form, compared with its predecessor, and published', async ({ page }) => {
  await signInAs(page, '服务经理');
  await page.getByRole('menuitem', { name: '服务方案' }).click();
  await page.getByRole('link', { name: PLAN }).click();
  await expect(page.getByRole('heading', { name: PLAN })).toBeVisible();
  await page.getByRole('button', { name: '起草新版本' }).click();

  await test.step('the clause is edited in words', async () => {
    await page.getByRole('button', { name: `编辑 ${CLAUSE}` }).click();
    const form = page.getByRole('dialog', { name: '编辑条款' });
    await form.getByLabel('正文', { exact: true }).fill(NEW_TEXT);
    await picture(page, 'plan-1-form');
    await form.getByRole('button', { name: '写入草稿' }).click();
    await expect(form).toBeHidden();
    await expect(page.getByText(NEW_TEXT)).toBeVisible();
  });

  await test.step('a clause that says nothing is not written', async () => {
    await page.getByRole('button', { name: '添加条款' }).click();
    const form = page.getByRole('dialog', { name: '新条款' });
    await form.getByRole('button', { name: '写入草稿' }).click();
    await expect(form.getByText('请填写')).toHaveCount(2);
    // Every kind has a form of its own; a fee is told apart further.
    const kinds = form.getByRole('combobox', { name: '承诺内容' });
    await kinds.click();
    await page.getByTitle('收费', { exact: true }).click();
    await expect(form.getByText('合同额百分比')).toBeVisible();
    await form.getByRole('button', { name: '取消' }).click();
    await expect(form).toBeHidden();
  });

  await test.step('the draft is compared with the version before', async () => {
    await page.getByRole('link', { name: '与上一版比较' }).click();
    await expect(page.getByText(`修改条款 · ${CLAUSE}`)).toBeVisible();
    await expect(page.getByRole('cell', { name: NEW_TEXT })).toBeVisible();
    await expect(page.getByRole('cell', { name: '发现过期产品，免费调换，并承担全部责任。' })).toBeVisible();
    await picture(page, 'plan-2-difference');
    await page.goBack();
  });

  await test.step('it is published and can no longer be edited', async () => {
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByRole('dialog', { name: '发布这个版本？' }).getByRole('button', { name: '发布', exact: true }).click();
    await expect(page.getByText('第 2 版').first()).toBeVisible();
    await expect(page.getByRole('button', { name: `编辑 ${CLAUSE}` })).toHaveCount(0);
    await expect(page.getByRole('button', { name: '起草新版本' })).toBeEnabled();
    await picture(page, 'plan-3-published');
  });
});
