import { createElement } from '../../browser/dom-elements.ts';
import { connectTabs } from './chart-tabs.ts';
import { chosenSeries, connectButtons, readChosenSeries, showChosenSeries } from './chosen-series.ts';
import { findNearestTime, findNearestValue, findSeriesPart, readPlotTimes, selectValues } from './plot-values.ts';
import type { PlotTime, PlotValue } from './plot-values.ts';

/*
 * Makes line charts interactive: a tip lists all values of the time at the pointer, the finger or the slider, and
 * buttons highlight lines. The numbers come from the table of the chart.
 */

/** Distance of the tip from the pointer and from the line of the time, in pixels; a finger covers more. */
const DISTANCE = { mouse: 14, touch: 36 };
/** Distance of the tip from the edges of the screen, in pixels. */
const EDGE = 8;
/** The tip would cover most of a chart narrower than this, in pixels, so it is above the chart or below its years. */
const NARROW = 640;
/** Height of the years below a chart, in pixels. */
const YEARS = 32;

function createSvgElement(tag: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** The position of the pointer in the chart, in pixels. */
type PointerPosition = Readonly<{ y: number; distance: number }>;

/**
 * Shows the tip above the pointer, or below it if only that is in the chart: a pointer that follows the lines does not
 * meet it, and one that moves straight to it reaches it. The tip of a narrow chart is above or below the chart. Without a
 * pointer, it is at the top of the chart or of the screen, never over the years: the slider may be all that is in view.
 */
function moveTip(box: HTMLElement, plot: HTMLElement, { x }: PlotTime, pointer?: PointerPosition): void {
  const area = plot.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const line = (x / 100) * area.width;
  const beside = x < 50 ? line + DISTANCE.mouse : line - width - DISTANCE.mouse;
  const least = EDGE - area.left;
  const most = document.documentElement.clientWidth - EDGE - area.left - width;
  const left = Math.max(least, Math.min(most, pointer ? line - width / 2 : beside));
  const isNarrow = (plot.parentElement?.clientWidth ?? 0) < NARROW;
  const above = isNarrow ? -height : pointer ? pointer.y - pointer.distance - height : 0;
  const atEdge = Math.min(EDGE - area.top, area.height - height);
  const below = !pointer ? atEdge : isNarrow ? area.height + YEARS : pointer.y + pointer.distance;
  const isOnlyBelow = !isNarrow && above < 0 && below + height <= area.height;
  const top = area.top + above > EDGE && !isOnlyBelow ? above : below;
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
  if (area.top + top < 0) box.scrollIntoView();
}

/** Creates the tip of a chart, and the line and the rings that mark its time. */
function createTip(plot: HTMLElement) {
  const box = createElement('div', { class: 'tip', hidden: '' });
  const marks = createSvgElement('g', {});
  plot.querySelector('.plot-marks')?.append(marks);
  plot.append(box);

  const getTone = ({ series }: PlotValue) =>
    /city-\S+/.exec(findSeriesPart(plot, series)?.classList.value ?? '')?.[0] ?? '';

  const hide = () => {
    box.hidden = true;
    marks.replaceChildren();
    for (const part of plot.querySelectorAll('.is-near')) part.classList.remove('is-near');
  };

  /** Shows the values of a time, the nearest in bold. Without a pointer, the tip is beside the line of the time. */
  const show = (time: PlotTime, near?: PlotValue, pointer?: PointerPosition) => {
    hide();
    const x = `${time.x}%`;
    const values = selectValues(plot, time, near);
    marks.replaceChildren(
      createSvgElement('line', { class: 'cursor', x1: x, x2: x, y1: '0', y2: '100%' }),
      ...values.flatMap((value) => {
        if (value.y === null) return [];
        const classes = `ring ${getTone(value)}${value === near ? ' is-near' : ''}`;
        const r = value === near ? '6' : '4.5';
        return createSvgElement('circle', { class: classes, cx: x, cy: `${value.y}%`, r });
      }),
    );
    const rows = values.map((value) => {
      const heading = createElement('th', { scope: 'row' }, createElement('i', { class: getTone(value) }), value.title);
      const attributes = value === near ? { class: 'is-near' } : {};
      return createElement('tr', attributes, heading, createElement('td', {}, value.text));
    });
    const table = createElement('table', {}, createElement('tbody', {}, ...rows));
    // Below a small chart, nothing shows that the slider has the focus.
    const hint = !pointer && plot.closest('.plot-fold') ? '←→で年を選ぶ' : '';
    box.replaceChildren(createElement('strong', {}, time.title), table, hint);
    box.hidden = false;
    for (const part of plot.querySelectorAll<SVGElement>('[data-series]'))
      part.classList.toggle('is-near', part.dataset.series === near?.series);
    moveTip(box, plot, time, pointer);
  };

  const contains = (target: EventTarget | null) => target instanceof Node && box.contains(target);
  return { contains, hide, show };
}

function connectFigure(figure: HTMLElement): void {
  const plot = figure.querySelector<HTMLElement>('.plot');
  const table = document.getElementById(plot?.dataset.table ?? '');
  const slider = figure.querySelector<HTMLInputElement>('.plot-year');
  if (!plot || !(table instanceof HTMLTableElement)) return;
  const timeName = figure.querySelector('.plot-time b');
  const times = readPlotTimes(plot, table);
  const tip = createTip(plot);
  /** The time and the line of the tip; the tip doesn't move while they are the same. */
  let shown = '';
  let at = times.length - 1;

  const hide = () => {
    shown = '';
    tip.hide();
  };
  const setTime = (index: number) => {
    at = index;
    const time = times[at];
    if (!slider || !time) return;
    const values = selectValues(plot, time).map(({ title, text }) => `${title} ${text}`);
    slider.value = String(at);
    if (timeName) timeName.textContent = time.title;
    const spoken = values.join('、') || '目立たせる線を選ぶと、値が出ます。';
    slider.setAttribute('aria-valuetext', `${time.title}。${spoken}`);
  };
  const showSlider = () => {
    const time = times[at];
    shown = '';
    setTime(at);
    if (time) tip.show(time);
  };
  const point = (event: PointerEvent) => {
    if (tip.contains(event.target)) return;
    const box = plot.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    setTime(findNearestTime(times, (100 * x) / box.width));
    const time = times[at];
    if (!time) return;
    const near = findNearestValue(time, (100 * y) / box.height, chosenSeries);
    const position = `${at} ${near?.series ?? ''}`;
    if (position === shown) return;
    shown = position;
    tip.show(time, near, { y, distance: event.pointerType === 'touch' ? DISTANCE.touch : DISTANCE.mouse });
  };

  setTime(at);
  plot.addEventListener('pointermove', point);
  plot.addEventListener('pointerdown', point);
  plot.addEventListener('pointercancel', hide);
  plot.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType !== 'touch') hide();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !plot.contains(target)) hide();
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
  slider?.addEventListener('input', () => {
    at = Number(slider.value);
    showSlider();
  });
  slider?.addEventListener('focus', () => {
    if (slider.matches(':focus-visible')) showSlider();
  });
  slider?.addEventListener('blur', hide);
  figure.classList.add('ready');
}

const figures = [...document.querySelectorAll<HTMLElement>('.plot-figure')];
const showAll = () => {
  figures.forEach(showChosenSeries);
};
// The labels depend on the height of the plot, which is 0 in a closed tab. The first call precedes the first paint.
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const figure = target.closest<HTMLElement>('.plot-figure');
    if (figure) showChosenSeries(figure);
  }
});
readChosenSeries();
for (const figure of figures) {
  connectFigure(figure);
  connectButtons(figure, showAll);
}
for (const container of document.querySelectorAll<HTMLElement>('.chart-tabs')) connectTabs(container);
for (const plot of document.querySelectorAll('.plot-figure .plot')) observer.observe(plot);
