import { createElement } from './dom-elements.ts';

/** Saves bytes as a file, without a request to any server. */
export function saveFile(name: string, bytes: Uint8Array<ArrayBuffer>, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = createElement('a', { href: url, download: name });
  link.click();
  // The browser still needs the URL until the current task ends.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  });
}
