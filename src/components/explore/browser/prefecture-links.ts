import type { Municipality } from '../../../model/municipality.ts';
import { createElement, getElement, loadJson } from '../../browser/dom-elements.ts';

/* The list of prefectures at /explore/: links keep the page's query, and a municipality in it opens its prefecture. */

const list = getElement('explore-prefectures', HTMLUListElement);
const links = [...list.querySelectorAll('a')];
for (const link of links) link.search = location.search;

const query = new URLSearchParams(location.search);
const note = '都道府県を選ぶと、その取組を、リンクのテーマでしぼりこみます。下の数は、しぼりこむ前の数です。';
if (query.has('theme')) list.before(createElement('p', { class: 'note' }, note));

const city = query.get('city');
if (city !== null)
  loadJson<{ data: readonly Municipality[] }>(list.dataset.cities ?? '').then(
    ({ data }) => {
      const code = data.find(({ id }) => id === city)?.code ?? '';
      const link = links.find(({ pathname }) => pathname.endsWith(`/${code.slice(0, 2)}/`));
      if (link) location.replace(link.href);
    },
    (error: unknown) => {
      reportError(error);
      const words = '市区町村のデータを読みこめませんでした。都道府県を選んでください。';
      list.before(createElement('p', { role: 'alert' }, words));
    },
  );
