import type { ArithmeticSpan, PromiseView, Reason } from '@/shared/components/promise';
import type { Evidence, TimelineFact } from '@/shared/components/record';

const HOUR = 3_600_000;
const now = Date.now();
const ago = (hours: number) => now - hours * HOUR;

const visit: PromiseView = {
  heading: '工程师到场',
  sentence: '接到报修后 8 个工作小时内派工程师到达现场。',
  from: 'reported',
  to: 'on_site',
  state: 'running',
  limit: 'working:PT8H',
  started_at: ago(5),
  due_at: ago(-5.3),
  as_of: now,
  used_ms: 3 * HOUR,
  left_ms: 5 * HOUR,
  counting: true,
  warnings: [
    { percent: 50, at: ago(-1) },
    { percent: 80, at: ago(-3.4) },
  ],
  owner: '周云帆',
};

/** One promise in every state. */
export const promises: readonly PromiseView[] = [
  visit,
  { ...visit, used_ms: 6.8 * HOUR, left_ms: 1.2 * HOUR, due_at: ago(-1.2), warnings: [{ percent: 50, at: ago(2) }, { percent: 80, at: ago(0.5) }], escalate_to: '服务经理 林岚' },
  { ...visit, heading: '首次响应', to: 'answered', limit: 'natural:PT30M', used_ms: 0.6 * HOUR, left_ms: -0.1 * HOUR, due_at: ago(0.1), started_at: ago(0.6), state: 'broken', escalate_to: '服务经理 林岚' },
  { ...visit, heading: '修复', to: 'repaired', limit: 'working-days:3', state: 'paused', reason: '等待客户', used_ms: 30 * HOUR, left_ms: 42 * HOUR },
  { ...visit, heading: '受理告知', to: 'acknowledged', limit: 'natural:PT15M', state: 'kept', used_ms: 0.1 * HOUR, left_ms: 0.15 * HOUR, ended_at: ago(4.9), due_at: ago(4.75), warnings: [] },
  { ...visit, heading: '备件到场', from: 'part_needed', to: 'spare_on_site', limit: 'natural:PT48H', state: 'fulfilled_late', late_ms: 35 * 60_000, used_ms: 48.5 * HOUR, left_ms: -0.58 * HOUR, ended_at: ago(1), due_at: ago(1.58), warnings: [] },
  { ...visit, heading: '投诉答复', from: 'complaint_received', to: 'complaint_answered', state: 'pending', limit: 'working-days:1', started_at: null, due_at: null, used_ms: null, left_ms: null, warnings: [] },
  { ...visit, heading: '恢复使用', to: 'restored', state: 'excused', reason: '不可抗力', ended_at: ago(2), warnings: [] },
  { ...visit, heading: '电话回访', from: 'closed', to: 'called_back', state: 'cancelled', limit: 'working-days:2', warnings: [] },
  { ...visit, heading: '年度巡检', from: 'accepted', to: 'report_delivered', limit: 'months:12', used_ms: 4_000 * HOUR, left_ms: 4_760 * HOUR, due_at: ago(-4_760), provisional: true, warnings: [{ percent: 80, at: ago(-3_000) }] },
];

const at = (text: string) => `${text}:00+08:00`;

export const spans: readonly ArithmeticSpan[] = [
  { from: at('2026-09-29T16:00'), to: at('2026-09-29T18:00'), kind: 'counted', rule: { rule: 'opening-hours' }, counts: { time: 'PT2H' } },
  { from: at('2026-09-29T18:00'), to: at('2026-09-30T09:00'), kind: 'closed', rule: { rule: 'outside-hours' }, counts: { time: 'PT0S' } },
  { from: at('2026-09-30T09:00'), to: at('2026-09-30T11:00'), kind: 'counted', rule: { rule: 'opening-hours' }, counts: { time: 'PT2H' } },
  { from: at('2026-09-30T11:00'), to: at('2026-09-30T16:30'), kind: 'paused', rule: { rule: 'pause' }, counts: { time: 'PT0S' } },
  { from: at('2026-09-30T16:30'), to: at('2026-09-30T18:00'), kind: 'counted', rule: { rule: 'opening-hours' }, counts: { time: 'PT1H30M' } },
  { from: at('2026-09-30T18:00'), to: at('2026-10-01T00:00'), kind: 'closed', rule: { rule: 'outside-hours' }, counts: { time: 'PT0S' } },
  { from: at('2026-10-01T00:00'), to: at('2026-10-09T00:00'), kind: 'closed', rule: { rule: 'holiday', name: '国庆节' }, counts: { time: 'PT0S' } },
  { from: at('2026-10-09T00:00'), to: at('2026-10-09T09:00'), kind: 'closed', rule: { rule: 'outside-hours' }, counts: { time: 'PT0S' } },
  { from: at('2026-10-09T09:00'), to: at('2026-10-09T11:30'), kind: 'counted', rule: { rule: 'opening-hours' }, counts: { time: 'PT2H30M' } },
];

export const reasons: readonly Reason[] = [
  { rule: 'clause', clause: 'on-site' },
  { rule: 'table_row', row: 1 },
  { rule: 'started_by', at: at('2026-09-29T16:00') },
  { rule: 'paused_by', reason: 'customer_rescheduled', from: at('2026-09-30T11:00'), until: at('2026-09-30T16:30') },
];

export const evidence: readonly Evidence[] = [
  { id: '1', kind: 'check_in', title: '到场签到 · 滨江大道 18 号，距设备 12 米', at: ago(3), who: '周云帆' },
  { id: '2', kind: 'call', title: '通话 4 分 12 秒', at: ago(4.2), who: '苏晓' },
  { id: '3', kind: 'file', title: '故障分析报告.pdf', at: ago(1), who: '林岚', href: '/favicon.svg' },
];

export const facts: readonly TimelineFact[] = [
  { id: '1', at: ago(5), title: '客户报修', who: '苏晓（客服）', body: '三号楼大屏左下角整列不亮，重启后依旧，下午 16:00 有会议使用。' },
  { id: '2', at: ago(4.9), title: '定级：重大故障', who: '苏晓（客服）', body: '影响正在使用，按方案第 4.2 条为二级。' },
  { id: '3', at: ago(4.2), title: '备注', who: '苏晓（客服）', body: '门卫电话已记在地址里。', weight: 'remark' },
  { id: '4', at: ago(3), entered_at: ago(1), title: '到场', who: '周云帆（工程师）' },
];
