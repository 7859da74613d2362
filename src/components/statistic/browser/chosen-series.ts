import { LABEL_GAP, LABEL_OVERHANG, spreadLabels } from '../../../charts/label-layout.ts';
import { changeUrl } from '../../browser/dom-elements.ts';

/* The lines that the reader highlights in all charts of the page, as in its URL: `?city=warabi,kashiwa`. */

/** The ids of the chosen lines. */
export const chosenSeries = new Set<string>();

/** Reads the chosen lines from the URL. Unknown ids are ignored. */
export function readChosenSeries(): void {
  const ids = new URLSearchParams(location.search).get('city')?.split(',') ?? [];
  for (const id of ids)
    if (document.querySelector(`.plot-tools button[data-series="${CSS.escape(id)}"]`)) chosenSeries.add(id);
}

function writeUrl(): void {
  const rest = new URLSearchParams(location.search);
  rest.delete('city');
  const ids = [...chosenSeries].map(encodeURIComponent).join(',');
  const search = [rest.toString(), ids && `city=${ids}`].filter((part) => part !== '').join('&');
  changeUrl(`${location.pathname}${search && `?${search}`}${location.hash}`);
}

/** Moves the labels at the line ends apart: a crowded chart has those of chosen lines or, if all fit, all. */
function spreadEndLabels(plot: HTMLElement): void {
  const shown = plot.querySelectorAll('.end:is(.is-on, :not(.spare))');
  const labels = [...(shown.length > 0 ? shown : plot.querySelectorAll('.end'))];
  const leaders = labels.map((label) => label.previousElementSibling);
  const { clientHeight } = plot;
  const toShare = (pixels: number) => (100 * pixels) / clientHeight;
  const wanted = leaders.map((leader) => parseFloat(leader?.getAttribute('y1') ?? '0'));
  spreadLabels(wanted, toShare(LABEL_GAP), toShare(clientHeight + LABEL_OVERHANG)).forEach((position, at) => {
    labels[at]?.setAttribute('y', `${position}%`);
    leaders[at]?.setAttribute('y2', `${position}%`);
  });
}

/** Shows in a chart which lines are chosen. */
export function showChosenSeries(figure: HTMLElement): void {
  for (const part of figure.querySelectorAll<SVGElement>('.plot [data-series]'))
    part.classList.toggle('is-on', chosenSeries.has(part.dataset.series ?? ''));
  figure.classList.toggle('is-lifted', figure.querySelector('.plot .is-on') !== null);
  const isCrowded = figure.querySelector('.plot-tools select') !== null;
  for (const button of figure.querySelectorAll<HTMLButtonElement>('.plot-tools button')) {
    const isChosen = chosenSeries.has(button.dataset.series ?? '');
    button.setAttribute('aria-pressed', String(isChosen));
    if (isCrowded) button.hidden = !isChosen;
  }
  const plot = figure.querySelector<HTMLElement>('.plot');
  if (isCrowded && plot && plot.clientHeight > 0) spreadEndLabels(plot);
}

/** Connects the buttons of a chart; `show` shows the chosen lines in all charts of the page. */
export function connectButtons(figure: HTMLElement, show: () => void): void {
  const status = figure.querySelector('output');
  const select = figure.querySelector<HTMLSelectElement>('.plot-tools select');
  const change = () => {
    show();
    writeUrl();
    if (!status) return;
    const pressed = [...figure.querySelectorAll('.plot-tools [aria-pressed=true]')];
    const names = pressed.map(({ textContent }) => textContent.trim()).join('、');
    status.value = `目立たせた線：${names || 'なし'}`;
  };
  for (const button of figure.querySelectorAll<HTMLButtonElement>('.plot-tools button'))
    button.addEventListener('click', () => {
      const { series = '' } = button.dataset;
      if (!chosenSeries.delete(series)) chosenSeries.add(series);
      change();
      // The button of a crowded chart is gone.
      if (button.hidden) select?.focus();
    });
  select?.addEventListener('change', () => {
    if (select.value !== '') chosenSeries.add(select.value);
    select.value = '';
    change();
  });
}
