import './jitless.ts';
import { checkLoose } from '../check/loose.ts';
import { isLooseName, looseTitles } from '../check/recognise.ts';
import { correct } from './checker/correct.ts';
import { pasted, refusal, type Given } from './checker/given.ts';
import { countWords, reportTable, reportText, withMark } from './checker/report.ts';
import { SAMPLE } from './checker/sample.ts';
import { save } from './checker/save.ts';
import { show } from './checker/show.ts';
import { make, part } from './dom.ts';

/*
 * The page /check/: takes a table, checks it by the same code as `npm run check`, and shows what was found. The table
 * is held in the page alone; once the page has loaded, nothing is asked of any server.
 */

const file = part('check-file', HTMLInputElement);
const kind = part('check-kind', HTMLSelectElement);
const text = part('check-text', HTMLTextAreaElement);
const status = part('check-status', HTMLOutputElement);
const results = part('check-results', HTMLElement);

/** What was given last, so that it can be read again as another kind of table. */
let last: Given | null = null;

/** Lets the browser paint, so that what was just said is seen before the work begins. */
const painted = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

/** The most changes that are told one by one. */
const MOST_CHANGES = 200;

async function examine(given: Given): Promise<void> {
  const { name, bytes } = given;
  const loose = await checkLoose(name, bytes, isLooseName(kind.value) ? kind.value : null);
  const read = loose.shape
    ? `${looseTitles[loose.shape]}（${loose.shape}.csv）の表として調べました。`
    : 'どの表かわかりませんでした。「表の種類」で選んでください。';
  status.value = `「${name}」を${read}${countWords(loose.problems)}。`;
  show(loose);
  const corrected = correct(given, loose);
  const rest = corrected.changes.length - MOST_CHANGES;
  const told = [
    ...corrected.changes.slice(0, MOST_CHANGES),
    ...(rest > 0 ? [`ほかに ${rest}か所を直しました。`] : []),
  ];
  part('check-changes', HTMLElement).replaceChildren(...told.map((words) => make('li', {}, words)));
  const stem = name.replace(/\.[^.]*$/, '');
  const offer = (id: string, as: string, bytesOf: () => Uint8Array<ArrayBuffer>, type: string) => {
    part(id, HTMLButtonElement).onclick = () => {
      save(as, bytesOf(), type);
    };
  };
  part('check-save', HTMLButtonElement).disabled = corrected.text === null;
  offer('check-save', `${loose.shape ?? stem}.csv`, () => withMark(corrected.text ?? ''), 'text/csv');
  offer('check-report', `${stem}-確認.csv`, () => withMark(reportTable(loose.problems)), 'text/csv');
  offer('check-report-text', `${stem}-確認.txt`, () => withMark(reportText(loose.problems)), 'text/plain');
  results.hidden = false;
}

/** Says that something went wrong which is no mistake of the table, and shows no results, for they may be half made. */
function fail(words: string, error: unknown): void {
  results.hidden = true;
  status.value = words;
  reportError(error);
}

async function run(given: Given): Promise<void> {
  last = given;
  results.hidden = true;
  status.value = `「${given.name}」を調べています…`;
  await painted();
  // Something else was given while the browser painted.
  if (last !== given) return;
  try {
    await examine(given);
  } catch (error) {
    if (last !== given) return;
    fail(
      `「${given.name}」を調べるとちゅうで、このページのプログラムが止まりました。表のまちがいではありません。表を分けて小さくするか、npm run check で調べてください。`,
      error,
    );
  }
}

/** Takes a file that was chosen, dropped or pasted. */
async function take(given: File): Promise<void> {
  last = null;
  results.hidden = true;
  const { name, size } = given;
  const refused = refusal(name, size);
  if (refused !== null) {
    status.value = refused;
    return;
  }
  const bytes = await given.arrayBuffer().catch((error: unknown) => {
    fail(
      `「${name}」を開けませんでした。移したり書きかえたりしたファイルは、もう一度選んでください。`,
      error,
    );
    return null;
  });
  if (bytes !== null) await run({ name, bytes: new Uint8Array(bytes) });
}

function takeFirst(files: FileList | undefined): boolean {
  const first = files?.[0];
  if (first) void take(first);
  return first !== undefined;
}

file.addEventListener('change', () => takeFirst(file.files ?? undefined));
kind.addEventListener('change', () => {
  if (last) void run(last);
});
part('check-paste', HTMLButtonElement).addEventListener('click', () => {
  if (text.value.trim() === '') {
    status.value = '表が貼りつけられていません。';
    text.focus();
  } else void run(pasted(text.value));
});
part('check-sample', HTMLButtonElement).addEventListener('click', () => {
  void run({ name: 'indicators.csv', bytes: new TextEncoder().encode(SAMPLE) });
});

// Files may be dropped anywhere: one that misses the frame would else be opened in place of the page.
const drop = part('check-drop', HTMLElement);
document.addEventListener('dragover', (event) => {
  event.preventDefault();
  drop.classList.add('over');
});
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) drop.classList.remove('over');
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  drop.classList.remove('over');
  takeFirst(event.dataTransfer?.files);
});
document.addEventListener('paste', (event) => {
  if (event.target !== text && takeFirst(event.clipboardData?.files)) event.preventDefault();
});

part('check-needs-script', HTMLElement).hidden = true;
part('check-tool', HTMLElement).hidden = false;
