import { expect, test } from 'vitest';
import { cutOf } from './cut';

const halves = (text: string) => {
  const chars = [...text];
  const at = cutOf(chars);
  return `${chars.slice(0, at).join('')}|${chars.slice(at).join('')}`;
};

test.each([
  ['是，接到报修后2小时内到达现场，8小时内修复。', '是，接到报修后2小时内到达现场，|8小时内修复。'],
  ['押金1,000元，退机时归还', '押金1,000元，|退机时归还'],
  ['人为损坏除外', '人为|损坏除外'],
  ['Free repair for two years', 'Free repair |for two years'],
  ['修', '修|'],
])('%s is cut where nothing is torn', (text, cut) => expect(halves(text)).toBe(cut));
