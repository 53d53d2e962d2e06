import { expect, test } from '@playwright/test';
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
  for (let at = 0; at < all; at += 1) await page.keyboard.press('Enter');
  await expect(progress).toContainText('全部确认');

  const make = page.getByRole('button', { name: '生成方案' });
  await expect(make).toBeDisabled();
  const conflict = page.getByRole('article').filter({ hasText: '时限矛盾' });
  await expect(conflict).toContainText('2小时');
  await expect(conflict).toContainText('4小时');
  await conflict.getByRole('button', { name: '从严执行' }).click();
  await expect(conflict).toContainText('已处理');

  await make.click();
  await page.getByLabel('行业').fill('电梯');
  await page.getByRole('button', { name: '生成并发布' }).click();
  await expect(page).toHaveURL(/\/plans\/plan_/);
  await expect(page.getByText('第 1 版').first()).toBeVisible();
});

test('a scan or a picture says what to do instead', async ({ page }) => {
  await signInAs(page, '服务经理');
  await page.goto('/readings');
  await page.locator('input[type=file]').setInputFiles({ name: 'photo.docx', mimeType: 'application/octet-stream', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]) });
  await expect(page.getByRole('alert')).toContainText('这不是文字文档');
});
