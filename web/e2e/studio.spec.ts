import { expect, test, type Locator, type Page } from '@playwright/test';
import { signInAs } from './desk';
import { docx } from './docx';

const PLAN = [
  '海棠电梯售后服务方案',
  '一、质保',
  '自验收合格之日起整机保修24个月。',
  '保修期内因设计、材料造成的故障免费维修。人为损坏、地震、私自拆卸不属于保修范围。保修期外维修只收材料成本费，不收人工费。',
  '二、时限',
  '接到报修后2小时内到达现场。',
  '接到报修后4小时内到达现场。',
  '一级故障8小时内修复，二级故障24小时内修复。',
  '三、定期服务',
  '每半年巡检一次并出具报告。',
  '四、联系方式',
  '服务热线400-820-1234，7×24小时值守。',
];

test('a Word file becomes a published plan, by keyboard', async ({ page }) => {
  await signInAs(page, '服务经理');
  await page.goto('/plans');
  await page.getByRole('link', { name: '从文件读入' }).click();
  await page.locator('input[type=file]').setInputFiles({ name: '海棠电梯方案.docx', mimeType: 'application/octet-stream', buffer: docx(PLAN) });

  const text = page.getByRole('region', { name: '原文，承诺已标出' });
  await expect(text.locator('mark').first()).toBeVisible();
  await expect(text).toContainText('自验收合格之日起整机保修24个月');
  const progress = page.locator('[role=status] strong');
  await expect(progress).toContainText('已确认 0 /');
  await page.keyboard.press('m');
  await expect(page.getByText('上面没有可并入的条款')).toBeVisible();

  await page.keyboard.press('Enter');
  await expect(progress).toContainText('已确认 1 /');
  await page.keyboard.press('u');
  await expect(progress).toContainText('已确认 0 /');

  await page.keyboard.press('x');
  const reason = page.getByRole('textbox', { name: '原因' });
  await expect(reason).toBeFocused();
  await reason.fill('与另一条重复');
  await reason.press('Enter');
  await expect(progress).toContainText('已确认 1 /');
  await page.keyboard.press('u');

  const all = Number(/\/ (\d+)/.exec(await progress.innerText())?.[1]);
  // A clause put together from two sentences comes apart; merged again it is one, and two steps back nothing has happened.
  await text.getByText('一级故障8小时内修复').click();
  await page.keyboard.press('s');
  await expect(progress).toContainText(`/ ${all + 1}`);
  await text.getByText('二级故障24小时内修复').click();
  await page.keyboard.press('m');
  await expect(progress).toContainText(`/ ${all}`);
  await page.keyboard.press('u');
  await expect(progress).toContainText(`/ ${all + 1}`);
  await page.keyboard.press('u');
  await expect(progress).toContainText(`/ ${all}`);

  for (let at = 0; at < all; at += 1) await page.keyboard.press('Enter');
  await expect(progress).toContainText('全部确认');

  const make = page.getByRole('button', { name: '生成方案' });
  await expect(make).toBeDisabled();
  const conflict = page.getByRole('article').filter({ hasText: '时限矛盾' });
  await expect(conflict).toContainText('2小时');
  await expect(conflict).toContainText('4小时');
  // With the clause in hand the problem answers to figures, and a step back opens it again.
  await conflict.getByRole('button', { name: /2小时/ }).click();
  await expect(conflict.getByRole('button', { name: /^从严执行/ })).toContainText('1');
  await page.keyboard.press('1');
  await expect(conflict).toContainText('已处理：从严执行');
  await page.keyboard.press('u');
  await expect(conflict).toContainText('必须处理');
  await conflict.getByRole('button', { name: /^适用范围不同：.*保修状态/ }).click();
  await expect(conflict).toContainText('已处理：适用范围不同');

  await make.click();
  await page.getByLabel('行业').fill('电梯');
  await page.getByRole('button', { name: '生成并发布' }).click();
  await expect(page).toHaveURL(/\/plans\/plan_/);
  await expect(page.getByText('第 1 版').first()).toBeVisible();
  const original = page.getByRole('link', { name: '海棠电梯方案.docx' });
  const [download] = await Promise.all([page.waitForEvent('download'), original.click()]);
  expect(download.suggestedFilename()).toBe('海棠电梯方案.docx');
});

test('every key works after every dialog, and a step leaves the clause in hand where it was', async ({ page }) => {
  await signInAs(page, '服务经理');
  await page.goto('/readings');
  await page.locator('input[type=file]').setInputFiles({ name: '键盘.docx', mimeType: 'application/octet-stream', buffer: docx(PLAN) });
  const text = page.getByRole('region', { name: '原文，承诺已标出' });
  await expect(text.locator('mark').first()).toBeVisible();
  const at = async (words: string) => expect(text.locator('mark[data-current=yes]').first()).toContainText(words);
  const dialog = page.getByRole('dialog');
  const side = page.getByRole('complementary').last();

  // The help, then a dialog behind each key that opens one: after Esc the next key is heard.
  const arrival = text.getByText('接到报修后2小时内到达现场');
  for (const key of ['?', 'e', 'x', 'n', 's']) {
    await arrival.click();
    await page.keyboard.press(key);
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.keyboard.press('k');
    await expect(text.locator('mark[data-current=yes]').first()).not.toContainText('2小时内到达现场');
    await page.keyboard.press('j');
    await at('2小时内到达现场');
  }

  // Split, the first part is in hand; merged again it is the whole; each step back stays there.
  await page.keyboard.press('s');
  await dialog.getByRole('button', { name: '时', exact: true }).first().click();
  await dialog.getByRole('button', { name: '拆开' }).click();
  await expect(dialog).toBeHidden();
  await at('接到报修后2小');
  await page.keyboard.press('j');
  await at('时内到达现场');
  await page.keyboard.press('m');
  await at('接到报修后2小');
  await expect(side.getByRole('heading', { level: 2 })).toBeVisible();
  await page.keyboard.press('u');
  await at('接到报修后2小');
  await page.keyboard.press('u');
  await at('接到报修后2小时内到达现场');

  // What cannot be merged says what to do instead, and no dialog repeats it.
  await page.keyboard.press('m');
  await expect(side.getByRole('alert')).toContainText('确认');
  await page.keyboard.press('x');
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(side.getByRole('alert')).toHaveCount(0);
});

test('a plan without a trade says so at the field', async ({ page }) => {
  await signInAs(page, '服务经理');
  await page.goto('/readings');
  await page.getByRole('button', { name: '读入' }).click();
  await expect(page.getByText('请填写方案名称')).toBeVisible();
  await expect(page.getByText('请粘贴方案全文')).toBeVisible();
  await page.getByLabel('方案名称').fill('水泵');
  await page.getByLabel('方案全文').fill('水泵售后服务方案\n整机质保一年，自验收合格之日起计算。');
  await page.getByRole('button', { name: '读入' }).click();
  const progress = page.locator('[role=status] strong');
  await expect(progress).toContainText('已确认 0 /');
  await page.keyboard.press('Enter');
  await expect(progress).toContainText('全部确认');
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.getByRole('button', { name: '生成方案' }).click();
  await page.getByRole('button', { name: '生成草稿' }).click();
  await expect(page.getByText('请填写行业，例如：电梯')).toBeVisible();
  expect(errors).toEqual([]);
});

test('words nobody found become a clause, and so does what no words say', async ({ page }) => {
  await signInAs(page, '服务经理');
  await page.goto('/readings');
  await page.locator('input[type=file]').setInputFiles({ name: '水泵.txt', mimeType: 'text/plain', buffer: Buffer.from('水泵售后服务方案\n整机质保一年，自验收合格之日起计算。\n接到报修后4小时内到达现场。\n我们的工程师都有十年经验。\n') });
  const text = page.getByRole('region', { name: '原文，承诺已标出' });
  await expect(text.locator('mark').first()).toBeVisible();
  const progress = page.locator('[role=status] strong');
  const all = async () => Number(/\/ (\d+)/.exec(await progress.innerText())?.[1]);
  const before = await all();

  await text.getByText('我们的工程师都有十年经验').evaluate((node) => globalThis.getSelection()?.selectAllChildren(node));
  await page.getByRole('button', { name: /把选中的文字写成条款/ }).click();
  const form = page.getByRole('dialog', { name: '写成条款' });
  await asConduct(page, form);
  await form.getByRole('button', { name: '确认' }).click();
  await expect(form).toBeHidden();
  await expect(text.locator('mark[data-kind=conduct]')).toContainText('我们的工程师都有十年经验');
  await expect(progress).toContainText(`/ ${before + 1}`);

  await page.keyboard.press('n');
  await expect(form).toContainText('原文没有这一条');
  await asConduct(page, form);
  await form.getByLabel('标题', { exact: true }).fill('工程师经验');
  await form.getByLabel('正文', { exact: true }).first().fill('工程师有十年经验');
  await form.getByRole('button', { name: '确认' }).click();
  // What is missing is named, and told at its field.
  await expect(form.getByRole('alert')).toContainText('检查项 › 正文');
  const line = form.getByLabel('正文', { exact: true }).nth(1);
  await line.fill('派出的工程师有十年经验');
  await form.getByRole('button', { name: '确认' }).click();
  await expect(form).toBeHidden();
  await expect(progress).toContainText(`/ ${before + 2}`);
});

/** Chooses the kind of a clause written by hand. */
async function asConduct(page: Page, form: Locator): Promise<void> {
  const kind = form.getByRole('combobox').first();
  await expect(async () => {
    await kind.click();
    await page.locator('.ant-select-dropdown:visible').getByText('行为规范', { exact: true }).click({ timeout: 1500 });
  }).toPass();
  await expect(form.getByLabel('检查时机')).toBeVisible();
}

test('a scan or a picture says what to do instead', async ({ page }) => {
  await signInAs(page, '服务经理');
  await page.goto('/readings');
  await page.locator('input[type=file]').setInputFiles({ name: 'photo.docx', mimeType: 'application/octet-stream', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]) });
  await expect(page.getByRole('alert')).toContainText('这不是文字文档');
});
