import { createElement, saveFile } from './dom-elements.ts';

/*
 * Adds a button to each downloadable picture that converts its SVG to PNG, with the fonts of the reader. The only request
 * is for the SVG, after a click.
 */

/** Twice the size of the picture, for print. */
const SCALE = 2;

async function convertToPng(url: string): Promise<Blob> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = createElement('canvas', {});
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve);
  });
  if (!blob) throw new Error('the picture is too large');
  return blob;
}

for (const container of document.querySelectorAll<HTMLElement>('[data-picture]')) {
  const link = container.querySelector('a');
  if (!link) continue;
  const button = createElement('button', { type: 'button' }, '画像（PNG）');
  const status = createElement('output');
  button.addEventListener('click', () => {
    status.value = '';
    convertToPng(link.href)
      .then((blob) => {
        saveFile(`${container.dataset.picture ?? 'picture'}.png`, blob, 'image/png');
      })
      .catch(() => {
        status.value = '画像をつくれませんでした。図（SVG）をお使いください。';
      });
  });
  container.append(button, status);
}
