import { theme, type ThemeConfig } from 'antd';

export type Appearance = 'light' | 'dark';

/** Ink on paper and one accent. The semantic colours belong to clocks alone, always beside a word or a shape. */
export type Palette = {
  paper: string;
  sheet: string;
  raised: string;
  ink: string;
  inkSoft: string;
  inkFaint: string;
  rule: string;
  ruleSoft: string;
  accent: string;
  accentSoft: string;
  onAccent: string;
  running: string;
  warning: string;
  warningText: string;
  warningSoft: string;
  broken: string;
  brokenSoft: string;
  kept: string;
  keptSoft: string;
  paused: string;
  track: string;
};

export const palettes: Record<Appearance, Palette> = {
  light: {
    paper: '#f6f4ee',
    sheet: '#fffefb',
    raised: '#ffffff',
    ink: '#1c2326',
    inkSoft: '#566064',
    inkFaint: '#666e71',
    rule: '#ddd8cb',
    ruleSoft: '#ebe7dd',
    accent: '#0c5a57',
    accentSoft: '#e3eeec',
    onAccent: '#ffffff',
    running: '#15766f',
    warning: '#c98a12',
    warningText: '#8a5a00',
    warningSoft: '#fbf3e0',
    broken: '#b3271e',
    brokenSoft: '#fbf0ed',
    kept: '#3c7a36',
    keptSoft: '#eef4ea',
    paused: '#85897f',
    track: '#e8e4d9',
  },
  dark: {
    paper: '#14181a',
    sheet: '#1a1f21',
    raised: '#21272a',
    ink: '#e9e6dd',
    inkSoft: '#b2b9b7',
    inkFaint: '#9aa2a0',
    rule: '#343b3e',
    ruleSoft: '#282e31',
    accent: '#4fb3a9',
    accentSoft: '#1c3533',
    onAccent: '#0c1f1e',
    running: '#3fa79d',
    warning: '#e0a93a',
    warningText: '#ecbf63',
    warningSoft: '#332a17',
    broken: '#e8695f',
    brokenSoft: '#331d1b',
    kept: '#79b86f',
    keptSoft: '#1e2d1c',
    paused: '#8f948c',
    track: '#2b3235',
  },
};

/** The fonts a Latin text is set in first: a Chinese font draws ’ and “ as wide as a character. */
const LATIN = '"Segoe UI", "Helvetica Neue", Helvetica, Arial, "Noto Sans", "Liberation Sans", "DejaVu Sans"';

const FONT =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

const FONT_CODE = 'ui-monospace, SFMono-Regular, Consolas, "Liberation Mono", "Noto Sans Mono CJK SC", monospace';

/** All styling of library components: tokens only, nothing is overridden from outside. */
export function antdTheme(appearance: Appearance, hand: 'mouse' | 'thumb' = 'mouse', language: 'zh-CN' | 'en' = 'zh-CN'): ThemeConfig {
  const p = palettes[appearance];
  return {
    algorithm: appearance === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: p.accent,
      colorInfo: p.accent,
      colorLink: p.accent,
      colorSuccess: p.kept,
      colorWarning: p.warning,
      // The dark algorithm dims what it is given: the seed is brighter than the palette's red.
      colorError: appearance === 'dark' ? '#ff8278' : p.broken,
      colorPrimaryBg: p.accentSoft,
      colorInfoBg: p.accentSoft,
      colorInfoBorder: p.rule,
      colorSuccessBg: p.keptSoft,
      colorSuccessBorder: p.rule,
      colorWarningBg: p.warningSoft,
      colorWarningBorder: p.rule,
      colorErrorBg: p.brokenSoft,
      colorErrorBorder: p.rule,
      colorTextBase: p.ink,
      colorBgBase: p.sheet,
      colorBgLayout: p.paper,
      colorBgContainer: p.sheet,
      colorBgElevated: p.raised,
      colorBorder: p.rule,
      colorBorderSecondary: p.ruleSoft,
      colorSplit: p.ruleSoft,
      colorText: p.ink,
      colorTextSecondary: p.inkSoft,
      colorTextTertiary: p.inkFaint,
      colorTextDescription: p.inkSoft,
      colorTextPlaceholder: p.inkFaint,
      colorTextDisabled: p.inkSoft,
      colorTextLightSolid: p.onAccent,
      fontFamily: language === 'en' ? `-apple-system, BlinkMacSystemFont, ${LATIN}, ${FONT}` : FONT,
      fontFamilyCode: FONT_CODE,
      fontSize: 14,
      borderRadius: 4,
      borderRadiusLG: 6,
      // A thumb needs 44 px.
      controlHeight: hand === 'thumb' ? 44 : 32,
      controlHeightSM: hand === 'thumb' ? 36 : 24,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
      wireframe: false,
    },
    components: {
      Layout: { siderBg: p.paper, headerBg: p.sheet, bodyBg: p.paper, headerHeight: 56, headerPadding: '0 24px' },
      Menu: {
        itemBg: 'transparent',
        itemSelectedBg: p.accentSoft,
        itemSelectedColor: p.accent,
        itemHeight: 36,
        groupTitleFontSize: 12,
        groupTitleColor: p.inkFaint,
        itemMarginInline: 8,
        activeBarBorderWidth: 0,
      },
      Table: { headerBg: 'transparent', headerColor: p.inkSoft, headerSplitColor: 'transparent', cellPaddingBlock: 9, cellPaddingBlockMD: 8, rowHoverBg: p.accentSoft, rowSelectedBg: p.accentSoft, rowSelectedHoverBg: p.accentSoft },
      Alert: { withDescriptionPadding: '12px 16px', withDescriptionIconSize: 18 },
      Card: { headerFontSize: 15, headerHeight: 48, headerPadding: 20, bodyPadding: 20 },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Descriptions: { labelBg: 'transparent' },
      Tooltip: { colorBgSpotlight: appearance === 'light' ? '#263034' : '#3a4347', colorTextLightSolid: '#f6f4ee' },
    },
  };
}

/** The palette as CSS variables (`--jn-ink`, `--jn-warning-text`…) for the few components drawn by hand. */
export function cssVariables(appearance: Appearance): Record<string, string> {
  return Object.fromEntries(
    Object.entries(palettes[appearance]).map(([name, value]) => [
      `--jn-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      value,
    ]),
  );
}
