import type { APIRoute } from 'astro';
import { csv } from '../../downloads/csv.ts';
import { tables } from '../../downloads/tables/index.ts';
import { getPortal } from '../../portal/shared.ts';

export function getStaticPaths() {
  return tables.map((table) => ({ params: { file: `${table.id}.csv` }, props: { id: table.id } }));
}

export const GET: APIRoute<{ id: string }> = ({ props }) => {
  const table = tables.find(({ id }) => id === props.id);
  if (!table) return new Response(null, { status: 404 });
  return new Response(csv(table, getPortal()), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
