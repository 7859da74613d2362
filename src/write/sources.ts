import { sources } from '../check/files/sources.ts';
import type { WriteDraft } from './draft.ts';
import { answer, cellField, type Answers, type Field } from './field.ts';
import type { Known } from './known.ts';

const FILE = 'data/sources.csv';

/** The options of a source, and the columns that they fill. */
const COLUMNS: readonly (readonly [option: string, heading: string, need: Field['need']])[] = [
  ['source-title', '資料名', 'must'],
  ['year', '年度', 'may'],
  ['publisher', '発行者', 'may'],
  ['issued', '発行日', 'may'],
  ['url', 'URL', 'may'],
  ['checked', '確認日', 'may'],
  ['terms', '利用条件', 'may'],
  ['source-note', '備考', 'flag'],
];

/** The ids of a list that no source has yet. */
function unknownIn(ids: string, known: Known): string[] {
  return ids
    .split(/[;；]/)
    .map((id) => id.trim())
    .filter((id) => id !== '' && !known.sources.has(id));
}

/**
 * What has to be known of a source that is not in the list of sources yet.
 * @param title the name of the document where nothing is answered
 */
export function sourceFields(title?: Field['otherwise']): Field[] {
  return COLUMNS.map(([option, heading, need]) =>
    cellField(option, heading, sources, title && need === 'must' ? 'may' : need, {
      title: `資料の${heading}`.replace('資料の資料名', '資料名'),
      when: (answers, known) => unknownIn(answer(answers, 'source'), known).length > 0,
      ...(heading === '資料名' && title ? { otherwise: title } : {}),
    }),
  );
}

/** What a reader needs to find a source again, and to know whether it was looked at. */
const WANTED = ['発行者', 'URL', '確認日'];

/** What has still to be written of a source that was added, a line; none where nothing has. */
export function sourceSteps(answers: Answers, known: Known): string[] {
  const [id] = unknownIn(answer(answers, 'source'), known);
  const empty = COLUMNS.filter(
    ([option, heading]) => WANTED.includes(heading) && answer(answers, option) === '',
  ).map(([, heading]) => heading);
  if (id === undefined || empty.length === 0) return [];
  return [`${FILE} の「${id}」の行に、まだ空の${empty.join('、')}を書きます。`];
}

/** Adds the row of a source that is not in the list yet. Of several new ones only the first was asked for. */
export function addSource(draft: WriteDraft, answers: Answers, municipality: string, known: Known): void {
  const rows = unknownIn(answer(answers, 'source'), known)
    .slice(0, 1)
    .map((id) => ({
      出典ID: id,
      市区町村ID: municipality,
      ...Object.fromEntries(COLUMNS.map(([option, heading]) => [heading, answer(answers, option)])),
    }));
  draft.addRows(FILE, sources, rows);
}
