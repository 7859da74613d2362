import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from './options.ts';

const PACKAGES = join(PROJECT_FOLDER, 'node_modules', '@expo-google-fonts');
const FOLDERS = ['noto-sans-jp', 'biz-udgothic'].flatMap((font) => [
  join(PACKAGES, font, '400Regular'),
  join(PACKAGES, font, '700Bold'),
]);

/**
 * What fontconfig reads: the fonts from npm and no others, so that a page is as wide and as high on every machine. A
 * machine without Japanese fonts would show empty boxes, and each of them narrower than a letter.
 */
const configuration = (cache: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${FOLDERS.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${cache}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Noto Sans JP</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>BIZ UDGothic</family></prefer></alias>
</fontconfig>
`;

/**
 * Writes which fonts a browser of the project's own finds.
 * @param work a folder for what is made and need not be kept
 * @returns the path of the file, for the environment's FONTCONFIG_FILE
 */
export function writeFontConfig(work: string): string {
  const file = join(work, 'fonts.conf');
  const made = `${file}.${process.pid}`;
  mkdirSync(work, { recursive: true });
  writeFileSync(made, configuration(join(work, 'fonts-cache')));
  renameSync(made, file);
  return file;
}
