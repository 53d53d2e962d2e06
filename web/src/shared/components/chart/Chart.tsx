import { Skeleton } from 'antd';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useAppearance } from '@/shared/theme/appearance';
import { palettes, type Appearance } from '@/shared/theme/tokens';
import { ProblemAlert } from '../states';

type Props = {
  /** What the chart shows, for those who do not see it; put a table with the figures beside it. */
  label: string;
  /** An ECharts option; colours and lines come from the palette unless it says otherwise. */
  option: EChartsCoreOption;
  height?: number;
  /** A click on a mark, with its category and series, to drill down. */
  onPick?: (picked: { name: string; series: string | undefined; index: number }) => void;
};

/** What fits between the margins of an A4 page, in pixels. */
const PAPER = 640;

/** A chart in the desk's ink. The library arrives with the first chart, never with the shell. */
export function Chart({ label, option, height = 280, onPick }: Props) {
  const appearance = useAppearance();
  const box = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType>();
  const [failure, setFailure] = useState<unknown>();

  useEffect(() => {
    let drawn: EChartsType | undefined;
    let watch: ResizeObserver | undefined;
    let isGone = false;
    // Paper is laid out without telling the observer.
    const forPaper = () => {
      drawn?.resize({ width: Math.min(box.current?.clientWidth ?? PAPER, PAPER) });
      drawn?.getZr().flush();
    };
    const forScreen = () => drawn?.resize({ width: 'auto' });
    import('./echarts').then(({ init }) => {
      if (isGone || !box.current) return;
      drawn = init(box.current, undefined, { renderer: 'svg' });
      watch = new ResizeObserver(() => drawn?.resize());
      watch.observe(box.current);
      globalThis.addEventListener('beforeprint', forPaper);
      globalThis.addEventListener('afterprint', forScreen);
      setChart(drawn);
    }, setFailure);
    return () => {
      isGone = true;
      globalThis.removeEventListener('beforeprint', forPaper);
      globalThis.removeEventListener('afterprint', forScreen);
      watch?.disconnect();
      drawn?.dispose();
      setChart(undefined);
    };
  }, []);

  useLayoutEffect(() => {
    chart?.setOption({ animation: false, aria: { enabled: true, label: { description: label } }, ...option }, { notMerge: true });
  }, [chart, option, label]);

  // The same chart changes its ink: one that were made anew would be missing from a page that is printed. A chart without an option keeps no theme, so this comes second.
  useLayoutEffect(() => chart?.setTheme(chartTheme(appearance)), [chart, appearance]);

  useEffect(() => {
    if (!chart || !onPick) return undefined;
    const pick = (event: { name: string; seriesName?: string; dataIndex: number }) => onPick({ name: event.name, series: event.seriesName, index: event.dataIndex });
    chart.on('click', pick as never);
    return () => void chart.off('click', pick as never);
  }, [chart, onPick]);

  if (failure) return <ProblemAlert error={failure} />;
  return (
    <div style={{ position: 'relative', height }}>
      {!chart && <Skeleton active paragraph={{ rows: 4 }} />}
      <div ref={box} role="img" aria-label={label} style={{ position: 'absolute', inset: 0 }} />
    </div>
  );
}

function chartTheme(appearance: Appearance): object {
  const p = palettes[appearance];
  const axis = {
    axisLine: { lineStyle: { color: p.rule } },
    axisTick: { show: false },
    axisLabel: { color: p.inkSoft },
    splitLine: { lineStyle: { color: p.ruleSoft } },
  };
  return {
    color: [p.accent, p.warning, p.inkSoft, p.kept, p.broken, p.paused],
    textStyle: { color: p.ink, fontFamily: 'inherit' },
    legend: { textStyle: { color: p.inkSoft }, itemWidth: 12, itemHeight: 8, itemGap: 20 },
    tooltip: { backgroundColor: p.raised, borderColor: p.rule, textStyle: { color: p.ink } },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: axis,
    timeAxis: axis,
    line: { symbol: 'circle', symbolSize: 5, lineStyle: { width: 2 } },
  };
}
