import { expect, test } from '@playwright/test';
import { act, choose, noted, picture, promise, report, said, servedUnder, signInAs } from './desk';

const HOUR = 3_600_000;
const MAKER = '设备制造企业售后服务方案';
const NETWORK = '网络与系统集成故障分级服务方案';

test('a broken promise is shown on its case and in the ledger, and the named person is told', async ({ page }) => {
  await signInAs(page, '客服');
  const unit = await servedUnder(page, MAKER);
  const slip = { name: '周工', phone: '13800138000', address: '示范市', content: '主轴异响，两天无人答复', wishes: '' };
  const broken = await report(page, { channel: 'phone', unit: unit.id, at: new Date(Date.now() - 48 * HOUR).toISOString(), slip });

  await test.step('the case says by how much', async () => {
    await page.goto(`/cases/${broken.id}`);
    await expect(promise(page, '24 小时明确答复')).toContainText('已超');
    await expect(page.getByText(/违约 \d/).first()).toBeVisible();
    await picture(page, 'broken-1-case');
  });

  await test.step('the service manager is told once, by name of the promise', async () => {
    await signInAs(page, '服务经理');
    await page.getByRole('button', { name: /通知$/ }).click();
    const told = page.getByRole('button', { name: new RegExp(`${broken.number}：“24 小时明确答复”已超时`) });
    await expect(told).toHaveCount(1);
    await picture(page, 'broken-2-notice');
    await told.click();
    await expect(page.getByRole('heading', { name: new RegExp(`^${broken.number}`) })).toBeVisible();
  });

  await test.step('the workbench and the ledger lead to it', async () => {
    await page.getByRole('menuitem', { name: '待办工作台' }).click();
    await expect(page.getByRole('link', { name: new RegExp(broken.number) }).first()).toBeVisible();
    await picture(page, 'broken-3-workbench');
    await page.getByRole('menuitem', { name: '承诺账本' }).click();
    await page.getByRole('button', { name: /已违约/ }).first().click();
    const rows = page.getByRole('dialog');
    await expect(rows.getByRole('button', { name: new RegExp(broken.number) }).first()).toBeVisible();
    await picture(page, 'broken-4-ledger');
    await rows.getByRole('button', { name: new RegExp(broken.number) }).first().click();
    await expect(page.getByRole('heading', { name: new RegExp(`^${broken.number}`) })).toBeVisible();
  });
});

test('a clock is paused with a reason and proof, stands still, and runs on', async ({ page }) => {
  await signInAs(page, '客服');
  const unit = await servedUnder(page, NETWORK);
  const paused = await report(page, { channel: 'phone', unit: unit.id, slip: { name: '周工', phone: '13800138000', address: '示范市', content: '出口带宽下降', wishes: '' } });
  await page.goto(`/cases/${paused.id}`);
  await act(page, '远程未解决', noted('电话指导无效'));
  await expect(promise(page, '到场时限')).toContainText('还剩');
  await act(page, '暂停计时', async (dialog) => {
    await choose(page, '暂停原因', '无法进门');
    await said('机房今日封闭，明早才能进')(dialog);
  });
  await expect(promise(page, '到场时限')).toContainText('暂停中 · 无法进门');
  await expect(page.getByText('暂停计时 · 无法进门')).toBeVisible();
  await expect(page.getByText('机房今日封闭，明早才能进')).toBeVisible();
  await picture(page, 'paused-1-standing');
  await act(page, '恢复计时');
  await expect(promise(page, '到场时限')).toContainText('还剩');
  await promise(page, '到场时限').getByRole('button', { name: /怎么算的/ }).click();
  await expect(page.getByRole('dialog', { name: '到场时限' }).getByText(/无法进门/).first()).toBeVisible();
  await picture(page, 'paused-2-running');
});
