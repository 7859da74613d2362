import { saveFile } from './save-file.ts';
import { createElement } from './dom-elements.ts';

/*
 * Beside each picture to take away: a button that gives it as PNG, drawn here from the SVG with the reader's fonts.
 * Nothing but the SVG is asked of the server, and that only when the button is pressed.
 */

/** Twice the picture's size, so that it stays sharp in print. */
const SCALE = 2;

/** Draws an SVG of this site and gives it as PNG. */
async function drawn(url: string): Promise<Blob> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = createElement('canvas', {
    width: String(image.naturalWidth * SCALE),
    height: String(image.naturalHeight * SCALE),
  });
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('no picture'));
    }, 'image/png');
  });
}

for (const place of document.querySelectorAll<HTMLElement>('[data-picture]')) {
  const link = place.querySelector('a');
  if (!link) continue;
  const button = createElement('button', { type: 'button' }, '画像（PNG）');
  const status = createElement('output');
  button.addEventListener('click', () => {
    status.value = '';
    drawn(link.href)
      .then((blob) => blob.arrayBuffer())
      .then((bytes) => {
        saveFile(`${place.dataset.picture ?? 'picture'}.png`, new Uint8Array(bytes), 'image/png');
      })
      .catch(() => {
        status.value = '画像をつくれませんでした。図（SVG）をお使いください。';
      });
  });
  place.append(button, status);
}
