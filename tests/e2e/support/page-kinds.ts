import { getBuiltSite } from '../../site/support/built-site.ts';

/** One page of each kind. */
const KINDS = [
  '/',
  '/plans/',
  '/cities/',
  '/cities/kanazawa/',
  '/plans/kanazawa-keiei/',
  '/plans/kanazawa-keiei/text/philosophy/',
  '/plans/warabi-jiritsu/33_3/',
  '/indicators/',
  '/indicators/warabi-jiritsu/agreements/',
  '/themes/digital/',
  '/compare/',
  '/explore/',
  '/explore/?view=table&theme=digital',
  '/zones/kashiwa/',
  '/data/',
  '/data/nodes/',
  '/glossary/',
  '/changes/',
  '/about/method/',
  '/about/messages/',
  '/check/',
  '/search/',
  '/search/?q=市民&view=kind',
  '/search/kana/',
  '/embed/indicators/warabi-jiritsu/agreements/',
  '/404.html',
] as const;

/** Pages of the fictional town with results and with zones that have figures, which the real site lacks. */
const KINDS_WITH_RESULTS = [
  '/',
  '/cities/mihon/',
  '/indicators/mihon-sogo/wait-time/',
  '/indicators/mihon-sogo/known-news/',
  '/zones/mihon/',
];

/** Returns the URLs of one page of each kind, of the real site and of the fictional town. */
export function listPageKindUrls(): string[] {
  const [root, mihon] = [getBuiltSite('root'), getBuiltSite('mihon')];
  return [...KINDS.map((path) => root.served + path), ...KINDS_WITH_RESULTS.map((path) => mihon.served + path)];
}
