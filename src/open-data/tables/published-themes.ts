import { z } from 'zod';
import { Theme } from '../../tables/themes.ts';
import { definePublishedTable } from '../published-table.ts';

const { id, title, description, order, url } = Theme.shape;

export const publishedThemes = definePublishedTable({
  id: 'themes',
  title: 'テーマ',
  description: '1行が1つのテーマです。市をこえて取組をくらべるために、計画ひろばがつけました。',
  key: ['id'],
  row: z.object({ id, title, description, order, url }),
  rows: (siteData) => siteData.themes,
});
