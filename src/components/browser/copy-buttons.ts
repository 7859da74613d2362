import { createElement } from './dom-elements.ts';

/*
 * Adds a button to each text that is meant to be copied: citations and the code of frames. Only pages with a secure URL can
 * copy; on others, one click on the text selects it.
 */

for (const text of document.querySelectorAll('pre[data-copy]')) {
  if (!window.isSecureContext) break;
  const name = text.getAttribute('data-copy') ?? '';
  const button = createElement('button', { type: 'button', 'aria-label': `${name}をコピー` }, 'コピー');
  const status = createElement('output');
  button.addEventListener('click', () => {
    void navigator.clipboard
      .writeText(text.textContent)
      .then(
        () => 'コピーしました。',
        () => 'コピーできませんでした。文字を押すと、すべて選べます。',
      )
      .then((message) => {
        // Screen readers announce only words that change.
        status.value = status.value === message ? `また${message}` : message;
      });
  });
  text.after(createElement('div', { class: 'buttons' }, button, status));
}
