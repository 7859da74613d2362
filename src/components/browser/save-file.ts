import { createElement } from './dom-elements.ts';

/** Lets the browser save bytes as a file. They are handed over inside the browser; nothing is asked of any server. */
export function saveFile(name: string, bytes: Uint8Array<ArrayBuffer>, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = createElement('a', { href: url, download: name });
  link.click();
  // The browser has taken the address over once this turn of the page's work is done.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  });
}
