import { z } from 'zod';
import { Term } from '../../tables/glossary.ts';
import { definePublishedTable } from '../published-table.ts';

const { id, title, reading, description, url } = Term.shape;

export const publishedGlossary = definePublishedTable({
  id: 'glossary',
  title: '用語',
  description:
    '1行が1つの用語です。説明は計画ひろばが書きました。同じ意味のほかの書き方は、コード表の spellings にあります。',
  key: ['id'],
  row: z.object({ id, title, reading, description, url }),
  rows: (siteData) => siteData.terms.map(({ aliases, ...term }) => term),
});
