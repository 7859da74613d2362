import { z } from 'zod';
import { Term } from '../../model/term.ts';
import { table } from '../table.ts';

const { id, title, reading, description, url } = Term.shape;

export const glossary = table({
  id: 'glossary',
  title: '用語',
  description: '1行が1つの用語です。説明は計画ひろばが書きました。',
  key: ['id'],
  row: z.object({
    id,
    title,
    reading,
    aliases: z.string().meta({
      title: '別表記',
      description: '同じ意味のほかの書き方（; 区切り）',
      examples: ['外部委託;業務委託'],
    }),
    description,
    url,
  }),
  rows: (portal) => portal.terms.map(({ aliases, ...term }) => ({ ...term, aliases: aliases.join(';') })),
});
