import { expect, test } from '@playwright/test';
import { act, choose, noted, picture, promise, said, servedUnder, signInAs } from './desk';

const GRADED = '网络与系统集成故障分级服务方案';

test('a fault is reported, graded, answered, repaired on site, signed and closed, every clock kept', async ({ page, context }) => {
  test.setTimeout(120_000);
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 39.9042, longitude: 116.4074 });

  await test.step('the agent takes the report', async () => {
    await signInAs(page, '客服');
    const { serial } = await servedUnder(page, GRADED);
    await page.getByRole('link', { name: '新建服务单' }).first().click();
    await page.getByLabel('电话', { exact: true }).fill('13800138000');
    await page.getByLabel('姓名', { exact: true }).fill('周工');
    const unit = page.getByRole('combobox', { name: '设备' });
    await unit.click();
    await unit.fill(serial);
    await page.locator('.ant-select-dropdown:visible').getByText(serial).first().click();
    await page.getByLabel('故障内容').fill('核心交换机宕机，全网中断');
    await picture(page, 'case-1-report');
    await page.getByRole('button', { name: '建立服务单' }).click();
    await expect(page.getByRole('heading', { name: /^FW-\d{8}-\d{4}/ })).toBeVisible();
  });
  const address = page.url();

  await test.step('the agent grades and answers', async () => {
    await act(page, '更正计时条件', async (dialog) => {
      await choose(page, '问题类型', '需要查询后答复');
      await noted('客户要求查询故障原因', '原因')(dialog);
    });
    await expect(promise(page, '查询答复')).toContainText('还剩');
    await act(page, '告知已受理', said('知道受理编号了'));
    await act(page, '故障定级', async (dialog) => {
      const questions = dialog.locator('.ant-form-item').filter({ has: page.getByRole('radio') });
      for (const question of await questions.all()) await question.getByText('否', { exact: true }).click();
      await questions.filter({ hasText: '系统是否瘫痪？' }).getByText('是', { exact: true }).click();
    });
    await expect(page.getByText('一级（重大）故障').first()).toBeVisible();
    await act(page, '答复客户', said('同意派人上门'));
    await expect(promise(page, '查询答复')).toContainText('已履约');
    await act(page, '远程未解决', noted('远程重启无效'));
    await expect(promise(page, '到场时限')).toContainText('还剩');
    await promise(page, '到场时限').getByRole('button', { name: /怎么算的/ }).click();
    const arithmetic = page.getByRole('dialog', { name: '到场时限' });
    await expect(arithmetic.getByRole('table')).toContainText('合计');
    await picture(page, 'case-2-arithmetic');
    await arithmetic.getByRole('button', { name: /关闭|Close/ }).click();
  });

  await test.step('the dispatcher sends an engineer', async () => {
    await signInAs(page, '调度');
    await page.goto(address);
    await act(page, '指派上门人员', () => choose(page, '上门人员', '王铁成 · 工程师'));
    await act(page, '派工出发');
  });

  await test.step('the engineer works on site', async () => {
    await signInAs(page, '工程师');
    await page.goto(address);
    await act(page, '登记到场', async (dialog) => {
      await dialog.getByText('定位签到', { exact: true }).click();
      await dialog.getByRole('button', { name: '取当前位置' }).click();
      await expect(dialog.getByText('已取得位置')).toBeVisible();
    });
    await expect(promise(page, '到场时限')).toContainText('已履约');
    await act(page, '修复完成', noted('更换引擎板，全网恢复'));
    await act(page, '客户签字', async (dialog) => {
      await dialog.getByText('签字', { exact: true }).click();
      await dialog.getByLabel('签字人').fill('周工');
      await dialog.locator('input[type=file]').setInputFiles('../crates/jiannuo/src/demo/photo.png');
      await expect(dialog.getByText('photo.png')).toBeVisible();
    });
    await picture(page, 'case-3-signed');
  });

  await test.step('the agent hands over the report and closes with the customer’s word', async () => {
    await signInAs(page, '客服');
    await page.goto(address);
    await act(page, '交付文件', async (dialog) => {
      await choose(page, '文件', '故障分析报告');
      await choose(page, '文件包含的内容', '原因');
      await choose(page, '文件包含的内容', '预防措施');
      await dialog.getByText('邮件', { exact: true }).click();
      await dialog.getByLabel('邮件地址').fill('kehu@example.com');
    });
    await act(page, '关单', noted('已恢复，满意', '客户的话'));
    await expect(page.getByText('已关单').first()).toBeVisible();
  });

  await test.step('every clock was kept', async () => {
    const promises = page.getByRole('article');
    await expect(promises.first()).toBeVisible();
    for (const heading of ['查询答复', '到场时限', '故障分析报告']) await expect(promise(page, heading)).toContainText('已履约');
    await expect(page.getByText(/^违约 \d/)).toHaveCount(0);
    await picture(page, 'case-4-closed');
  });
});
