import { getBuiltSite } from './built-site.ts';

/** One page of each kind. */
const KINDS = [
  '/',
  '/plans/',
  '/cities/kanazawa/',
  '/plans/kanazawa-keiei/',
  '/plans/kanazawa-keiei/text/philosophy/',
  '/plans/warabi-jiritsu/33_3/',
  '/indicators/',
  '/indicators/warabi-jiritsu/agreements/',
  '/themes/digital/',
  '/compare/',
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
/** What the fictional town has and the real site has not: results, and zones with figures. */
const FIGURES = ['/', '/indicators/mihon-sogo/wait-time/', '/indicators/mihon-sogo/known-news/', '/zones/mihon/'];

/** Addresses of one page of each kind, of the real site and of the fictional town. */
export function listPageKindUrls(): string[] {
  const [root, mihon] = [getBuiltSite('root'), getBuiltSite('mihon')];
  return [...KINDS.map((path) => root.served + path), ...FIGURES.map((path) => mihon.served + path)];
}
