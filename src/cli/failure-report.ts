import { constants } from 'node:os';
import { inspect } from 'node:util';
import packageFile from '../../package.json' with { type: 'json' };

/** What the system refused, by its error code. Neither the files of the site nor the program are wrong. */
const SYSTEM_FAILURES: Readonly<Record<string, readonly [what: string, advice: string]>> = {
  EACCES: ['を読み書きする権限がありません', '権限を確かめて'],
  EBUSY: ['は、ほかのプログラムが使っています', 'Excel などで開いていれば閉じて'],
  EEXIST: ['には、同じ名前のものがすでにあります', 'フォルダを置くところにファイルがないかを確かめて'],
  EFBIG: ['は、ここに置ける大きさをこえます', 'ほかのディスクを選ぶか、ulimit -f の数を増やして'],
  EILSEQ: ['の名前は、文字コードが UTF-8 ではないので開けません', 'ファイルかフォルダの名前をつけ直して'],
  EIO: ['を読み書きできません', 'ディスクとネットワークを確かめて'],
  EISDIR: ['は、ファイルのはずなのにフォルダです', 'フォルダの名前を変えるか、ほかの場所に移して'],
  ELOOP: ['は、自分自身に戻るリンクです', 'リンクを消すか、正しい先につなぎ直して'],
  EMFILE: ['を開けません。開いているファイルが多すぎます', 'ほかのプログラムを終えるか、ulimit -n の数を増やして'],
  ENAMETOOLONG: ['は、名前が長すぎます', 'ファイルかフォルダの名前を短くして'],
  ENOENT: ['がないか、そこにはつくれません', '消えたり名前が変わったりしていないかを確かめて'],
  ENOSPC: ['に書けません。ディスクがいっぱいです', '要らないファイルを消して空きをつくって'],
  ENOTDIR: ['は、フォルダのはずなのにファイルです', 'ファイルの名前を変えるか、ほかの場所に移して'],
  EROFS: ['のあるディスクには書けません', '書ける場所を選んで'],
};

/** Codes with the same remedy as another one. */
const SAME_FAILURES: Readonly<Record<string, string>> = { EDQUOT: 'ENOSPC', ENFILE: 'EMFILE', EPERM: 'EACCES' };

/** Returns the code of a system error such as `ENOENT`; undefined for any other error. */
export const readErrorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** Returns the path of a system error; of a move, which has two paths, the new one. */
function readErrorPath(error: Error): string | undefined {
  const paths = ['dest' in error ? error.dest : undefined, 'path' in error ? error.path : undefined];
  return paths.find((path) => typeof path === 'string');
}

/** Replaces the path of a system error, so that its message does not name a temporary file. */
export const replaceErrorPath = (error: unknown, path: string): unknown =>
  error instanceof Error && readErrorCode(error) !== undefined ? Object.assign(error, { path, dest: path }) : error;

/** Adds a path to a system error without one (its file was already open), or with one in a folder that is deleted. */
export function completeErrorPath(error: unknown, path: string, deleted?: string): unknown {
  const named = error instanceof Error ? readErrorPath(error) : path;
  const isKept = named !== undefined && (deleted === undefined || !named.startsWith(deleted));
  return isKept ? error : replaceErrorPath(error, path);
}

/** Returns the code and the path of a system error in a package's words: Failed to write file in /a (os error 28). */
function readForeignError(message: string): { code: string; path: string | undefined } {
  const number = Number(/\(os error (\d+)\)/.exec(message)?.[1]);
  // Windows has numbers of its own.
  const numbers = process.platform === 'win32' ? {} : constants.errno;
  const [code = ''] = Object.entries(numbers).find(([, value]) => value === number) ?? [];
  return { code, path: /Failed to \w+ \w+ in (.+)/.exec(message)?.[1] };
}

/** Returns what the system refused and what a person can do, in one line; null for any other error. */
export function describeSystemFailure(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('port' in error && 'syscall' in error && error.syscall === 'listen') {
    const state = readErrorCode(error) === 'EADDRINUSE' ? '使われています' : '使えません';
    return `ポート ${String(error.port)} は${state}。--port 4322 のように、ほかの番号を選んでください。\n`;
  }
  const foreign = readForeignError(error.message);
  const codes = [readErrorCode(error) ?? '', foreign.code].map((code) => SAME_FAILURES[code] ?? code);
  const path = readErrorPath(error) ?? foreign.path ?? '（名前はわかりません）';
  // Node replaces bytes that are not UTF-8, and then finds no file of that name.
  const isUnreadableName = path.includes('\ufffd') && codes.includes('ENOENT');
  const failure = (isUnreadableName ? ['EILSEQ'] : codes).map((code) => SYSTEM_FAILURES[code]).find(Boolean);
  // The packages that build pages wrap the errors of the system in their own.
  if (!failure) return describeSystemFailure(error instanceof SuppressedError ? error.error : error.cause);
  const [what, advice] = failure;
  // Excel locks the tables that it shows. Windows then refuses to move their folders, too.
  const isLockable = process.platform === 'win32' || /\.(?:csv|xlsx)$/.test(path);
  const reason = isLockable && failure === SYSTEM_FAILURES.EACCES ? '、Excel などで開いていれば閉じて' : '';
  return `「${path}」${what}。${advice}${reason}から、もう一度実行してください。\n`;
}

/** Returns the report of an error of the program, for the person who sends it to the developers. */
export function describeProgramFault(error: unknown, command: string): string {
  const { versions, platform, arch } = process;
  return `計画ひろばのプログラムのまちがいで、処理が止まりました。データにまちがいがあっても、このようには止まらないはずです。
次の行から終わりまでを、どのファイルで起きたかといっしょに、開発者に送ってください。人の名前などがあれば、消してから送ってください。
版: ${packageFile.version}（Node ${versions.node}、${platform}-${arch}）
コマンド: ${command}
${inspect(error)}
`;
}
