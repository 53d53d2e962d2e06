import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { picture, read, signInAs } from './desk';

const HEAD = '客户名称,客户类型,客户电话,统一社会信用代码,地点名称,地点地址,联系人,联系人电话';
const GOOD = [
  '旅程测试一厂,单位,010-66660001,,一号厂房,示范市东区旅程路 1 号,甲工,13900000001',
  '旅程测试住户,个人,13900000002,,,,,',
  '旅程测试二厂,单位,010-66660003,,二号厂房,示范市东区旅程路 3 号,乙工,13900000003',
];
const BAD = [
  GOOD[0],
  '旅程测试住户,机关,13900000002,,,,,',
  ',单位,010-66660003,,,,,',
  '旅程测试三厂,单位,010-66660004,123,,,,',
];

const sheet = (name: string, rows: readonly (string | undefined)[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from([HEAD, ...rows].join('\r\n'), 'utf8') });

test('an import with bad rows names each with its reason and writes nothing; the corrected file is written', async ({ page }) => {
  await signInAs(page, '服务经理');
  const known = async () => (await read<{ items: { name: string }[] }>(page, '/api/customers?q=旅程测试')).items.map(({ name }) => name).toSorted();
  await page.getByRole('menuitem', { name: '客户' }).click();
  await page.getByRole('link', { name: '导入' }).or(page.getByRole('button', { name: '导入' })).first().click();
  await expect(page.getByRole('heading', { name: '导入客户' })).toBeVisible();

  await page.locator('input[type=file]').setInputFiles(sheet('有问题的客户.csv', BAD));
  await expect(page.getByText('目前没有写入任何内容')).toBeVisible();
  const rows = page.getByRole('row');
  for (const [line, column] of [['3', '客户类型'], ['4', '客户名称'], ['5', '统一社会信用代码']] as const) {
    await expect(rows.filter({ has: page.getByRole('cell', { name: line, exact: true }) }).filter({ hasText: column })).toHaveCount(1);
  }
  await expect(page.getByRole('button', { name: /^写入/ })).toHaveCount(0);
  await picture(page, 'import-1-bad-rows');
  expect(await known()).toEqual([]);

  await page.getByRole('button', { name: '换一个文件' }).click();
  await page.locator('input[type=file]').setInputFiles(sheet('改好的客户.csv', GOOD));
  await page.getByRole('button', { name: '写入 3 行' }).click();
  await expect(page.getByText('已写入 3 行')).toBeVisible();
  await picture(page, 'import-2-written');
  expect(await known()).toEqual(['旅程测试一厂', '旅程测试二厂', '旅程测试住户'].toSorted());
});

test('the template is in the language of the interface, and a heading nobody knows is told with the nearest', async ({ page }) => {
  await signInAs(page, '服务经理');
  const template = async (button: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
    return unzipped(await readFile(await download.path()));
  };
  await page.goto('/import/customers');
  expect(await template('下载模板')).toContain('客户名称');
  await page.locator('input[type=file]').setInputFiles({ name: '别的表.csv', mimeType: 'text/csv', buffer: Buffer.from('单位名称,手机号码,客户电邮,颜色\r\n旅程测试四厂,13900000004,,红\r\n', 'utf8') });
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('不认识列“颜色”');
  await expect(alert).toContainText('不认识列“客户电邮”，是否指：');
  await page.getByRole('button', { name: /^EN/ }).click();
  expect(await template('Download the template')).toContain('Credit code');
});

/** The texts of a workbook: everything its parts hold, by the directory at the end of the archive. */
function unzipped(bytes: Buffer): string {
  let text = '';
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  for (let at = bytes.readUInt32LE(end + 16); at < end; at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)) {
    const [size, local] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    text += inflateRawSync(bytes.subarray(from, from + size)).toString('utf8');
  }
  return text;
}
