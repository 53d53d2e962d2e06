import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { setLanguage } from '@/shared/i18n';
import { warrantyInWords, warrantyTexts, type WarrantySaid } from './warranty';

const golden = `${process.cwd()}/../golden/entitlement`;
const states = readFileSync(`${golden}/states.txt`, 'utf8').split('\n\n## ').slice(1).map((block) => {
  const [name = '', state = ''] = block.trim().split('\n');
  return { name, said: { ...(JSON.parse(state) as WarrantySaid), source: 'product', part_labels: [] } satisfies WarrantySaid };
});

function line(said: WarrantySaid): string {
  const t = warrantyTexts.t as never as ReturnType<typeof warrantyTexts.useT>;
  return `${t(`standing.${said.standing}`)} | ${warrantyInWords(t, said)}`;
}

test('each state of a warranty has its words in both languages', async () => {
  const rows = states.map(({ name, said }) => {
    setLanguage('zh-CN');
    const chinese = line(said);
    setLanguage('en');
    return `## ${name}\n${chinese}\n${line(said)}\n`;
  });
  const table = `# What pages say of the states in states.txt, for a unit under the plan of its product\n\n${rows.join('\n')}`;
  await expect(table).toMatchFileSnapshot(`${golden}/state-words.txt`);
});
