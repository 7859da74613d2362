import { menuItems, routes } from '../../model/routes.ts';
import { formatDay } from '../../notation/format.ts';
import type { SiteData } from '../../site-data/site-data.ts';

export type PageLanguage = 'ja' | 'en';

/** The words of the frame of every page, by language. */
export const frameTexts = {
  ja: {
    home: routes.home,
    menu: menuItems,
    fictional: 'このサイトの内容は、すべて架空です。実在の市や計画とは関係ありません。',
    skip: '本文へ移動',
    menuButton: 'メニュー',
    menuLabel: '主なページ',
    search: '検索',
    breadcrumb: '現在の位置',
    feed: '更新履歴',
    locale: 'ja_JP',
    about: 'サイトの案内',
    version: 'データの版',
    formatUpdate: (day: string) => `（${formatDay(day)}更新）`,
    /** The second part is one phrase, which stays on a line. */
    preview: ['公開前で、', 'アドレスは仮のものです。'],
    /** The link to the other language, in that language. */
    switch: 'English',
    other: 'en',
  },
  en: {
    home: routes.englishHome,
    menu: [
      { section: 'plans', title: 'Plans', path: routes.englishPlans },
      { section: 'themes', title: 'Themes', path: routes.englishThemes },
      { section: 'indicators', title: 'Indicators', path: routes.englishIndicators },
      { section: 'statistics', title: 'Statistics', path: routes.englishStatistics },
      { section: 'data', title: 'Open data', path: routes.englishData },
    ],
    fictional: 'Everything on this site is fictional. It has nothing to do with real cities or plans.',
    skip: 'Skip to main content',
    menuButton: 'Menu',
    menuLabel: 'Main pages',
    search: 'Search (Japanese)',
    breadcrumb: 'Breadcrumb',
    feed: 'changes (in Japanese)',
    locale: 'en_US',
    about: 'About the site',
    version: 'Data version',
    formatUpdate: (day: string) => ` (updated on ${day})`,
    preview: [' This is a preview. ', 'Its URL is a placeholder.'],
    switch: '日本語',
    other: 'ja',
  },
} as const;

/** Returns the main menu of the site, without texts about the site, indicators and statistics if it has none. */
export const listMenuItems = ({ guides, indicators, statisticValues, urls }: SiteData, lang: PageLanguage) =>
  [...frameTexts[lang].menu]
    .filter(({ section }) => section !== 'about' || guides.some(({ slug }) => slug === 'index'))
    .filter(({ section }) => section !== 'indicators' || indicators.length > 0)
    .filter(({ section }) => section !== 'statistics' || statisticValues.length > 0)
    .map(({ section, title, path }) => ({ section, title, url: urls.withBase(path) }));
