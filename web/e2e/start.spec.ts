import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { act, choose, picture, promise, said } from './desk';

const PASSWORD = 'qi-bu-de-di-yi-tian';
const FIRST = /sign in as (\S+) with (\S+)/;
const ADDRESS = /serves on (http:\S+)/;

/** An installation nobody has used yet, with what its first start prints. */
async function install(): Promise<{ program: ChildProcess; data: string; url: string; login: string; password: string }> {
  const data = mkdtempSync(join(tmpdir(), 'jiannuo-start-'));
  const program = spawn(process.env['JIANNUO_BIN'] ?? '../target/debug/jiannuo', ['serve', '--data', data, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, JIANNUO_LOG: 'warn' } });
  let printed = '';
  return new Promise((resolve, reject) => {
    program.once('exit', (code) => reject(new Error(`The program ended with ${code}: ${printed}`)));
    program.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const [first, address] = [FIRST.exec(printed), ADDRESS.exec(printed)];
      if (first && address) resolve({ program, data, url: address[1] ?? '', login: first[1] ?? '', password: first[2] ?? '' });
    });
  });
}

/** The step of the first-steps page, by its words. */
function step(page: Page, words: string) {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: new RegExp(words) }) });
}

/** Goes to where a step is done. */
async function begin(page: Page, words: string, button: string): Promise<void> {
  await page.getByRole('menuitem', { name: '起步' }).click();
  await step(page, words).getByRole('button', { name: button, exact: true }).click();
}

async function isDone(page: Page, words: string): Promise<void> {
  await page.getByRole('menuitem', { name: '起步' }).click();
  await expect(step(page, words).getByText('已完成')).toBeVisible();
}

let installed: Awaited<ReturnType<typeof install>>;
test.beforeAll(async () => { installed = await install(); });
test.afterAll(() => {
  installed.program.kill('SIGTERM');
  rmSync(installed.data, { recursive: true, force: true });
});

test('from an empty installation a new company is led to its first kept promise', async ({ page }) => {
  test.setTimeout(240_000);
  const required = (label: string) => page.getByRole('dialog').getByLabel(label, { exact: true });

  await test.step('the first password is replaced before anything else', async () => {
    await page.goto(installed.url);
    await page.getByLabel('账号', { exact: true }).fill(installed.login);
    await page.getByLabel('密码', { exact: true }).fill(installed.password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByLabel('当前密码').fill(installed.password);
    await page.getByLabel('新密码', { exact: true }).fill(PASSWORD);
    await page.getByLabel('再输一遍新密码').fill(PASSWORD);
    await page.getByRole('button', { name: '保存新密码' }).click();
    await expect(page.getByRole('heading', { name: /^起步/ })).toBeVisible();
    await expect(page.getByText('已完成 0 / 9 步')).toBeVisible();
    await picture(page, 'start-1-empty');
  });

  await test.step('the company has a name', async () => {
    await begin(page, '公司名称', '打开设置');
    await page.getByLabel('公司名称').fill('云帆设备有限公司');
    await page.getByLabel('服务热线').fill('010-66668888');
    await page.getByRole('button', { name: '保存' }).click();
    await isDone(page, '公司名称');
  });

  await test.step('the administrator becomes service manager too', async () => {
    await expect(step(page, '发布第一份服务方案').getByText('可以执行的角色：服务经理')).toBeVisible();
    await begin(page, '添加服务经理', '添加人员');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('link', { name: /./ }).filter({ hasText: '管理员' }).first().click();
    await choose(page, '角色', '服务经理');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('已保存').first()).toBeVisible();
    await page.reload();
    await isDone(page, '添加服务经理');
  });

  await test.step('a built-in plan is published', async () => {
    await begin(page, '发布第一份服务方案', '选择方案');
    await page.locator('.ant-card', { hasText: '设备制造' }).getByRole('button').click();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
    await expect(page.getByText('第 1 版').first()).toBeVisible();
    await isDone(page, '发布第一份服务方案');
  });

  await test.step('a product, a customer and a unit', async () => {
    await begin(page, '登记产品', '登记产品');
    await required('型号').fill('YF-100');
    await required('名称').fill('数控铣床');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await isDone(page, '登记产品');
    await begin(page, '登记客户', '登记客户');
    await required('名称').fill('恒立精密制造');
    await required('电话').fill('010-66661111');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await expect(page.getByRole('heading', { name: '恒立精密制造' })).toBeVisible();
    await isDone(page, '登记客户');
    await begin(page, '登记设备', '登记设备');
    await choose(page, '产品', 'YF-100 数控铣床');
    await required('序列号').fill('YF-100-0001');
    const customer = page.getByRole('dialog').getByRole('combobox', { name: /客户/ });
    await customer.click();
    await page.locator('.ant-select-dropdown:visible').getByText(/恒立精密制造/).click();
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await expect(page.getByRole('heading', { name: /YF-100/ }).first()).toBeVisible();
    await isDone(page, '登记设备');
  });

  await test.step('an agreement ties them to the plan', async () => {
    await begin(page, '签第一份服务协议', '新建协议');
    const pick = async (label: string, option: RegExp) => {
      await page.getByRole('combobox', { name: new RegExp(label) }).first().click();
      await page.locator('.ant-select-dropdown:visible').getByText(option).first().click();
    };
    await pick('客户', /恒立精密制造/);
    await page.getByLabel('名称', { exact: true }).fill('恒立铣床保修');
    await pick('方案', /设备制造/);
    const usual = page.getByRole('button', { name: '全部采用方案的建议值' });
    if (await usual.isVisible()) await usual.click();
    await page.getByLabel(/服务热线号码/).fill('010-66668888');
    await page.getByLabel(/投诉电话/).fill('010-66669999');
    await page.getByRole('combobox', { name: '设备' }).click();
    await page.locator('.ant-select-dropdown:visible').getByText(/YF-100-0001/).click();
    await page.keyboard.press('Escape');
    await picture(page, 'start-2-agreement');
    await page.getByRole('button', { name: '签订', exact: true }).click();
    await expect(page.getByRole('heading', { name: /恒立铣床保修/ })).toBeVisible();
    await isDone(page, '签第一份服务协议');
  });

  await test.step('the first case, and its first promise kept', async () => {
    await begin(page, '接第一张服务单', '新建服务单');
    await page.getByLabel('电话', { exact: true }).fill('01066661111');
    await page.getByLabel('姓名', { exact: true }).fill('周工');
    const unit = page.getByRole('combobox', { name: '设备' });
    await unit.click();
    await page.locator('.ant-select-dropdown:visible').getByText(/YF-100-0001/).first().click();
    await page.getByLabel('故障内容').fill('主轴异响');
    await page.getByRole('button', { name: '建立服务单' }).click();
    await expect(promise(page, '24 小时明确答复')).toContainText('还剩');
    await act(page, '答复客户', said('知道了，等你们上门'));
    await expect(promise(page, '24 小时明确答复')).toContainText('已履约');
    await picture(page, 'start-3-kept');
    await page.goto(`${installed.url}/start`);
    await expect(page.getByRole('heading', { name: '起步已完成' })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: '起步' })).toHaveCount(0);
    await picture(page, 'start-4-complete');
  });
});
