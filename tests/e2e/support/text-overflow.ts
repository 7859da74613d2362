/*
 * Text that a reader cannot read completely. These functions run in the browser, so that each uses only what is inside
 * itself.
 */

/** Lists pairs of texts that overlap although neither element contains the other. */
export function findOverlappingText(): string[] {
  interface Line {
    readonly owner: Element;
    readonly text: string;
    readonly box: DOMRect;
  }
  /** The boxes of Japanese text are about 1.45 em high and its letters 1 em, so that neighbouring boxes may overlap. */
  const slack = 0.31;
  const near = 1;
  /** Returns the part of a box that its scrolling and clipping ancestors leave visible. */
  const clipBox = (box: DOMRect, owner: Element): DOMRect => {
    let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
    for (let ancestor: Element | null = owner; ancestor; ancestor = ancestor.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(ancestor);
      const outer = ancestor.getBoundingClientRect();
      const clips = ancestor !== document.body && ancestor !== document.documentElement;
      if (clips && overflowX !== 'visible') [left, right] = [Math.max(left, outer.left), Math.min(right, outer.right)];
      if (clips && overflowY !== 'visible') [top, bottom] = [Math.max(top, outer.top), Math.min(bottom, outer.bottom)];
      if (position === 'fixed') break;
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };
  const lines: Line[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const owner = node.parentElement;
    if (!owner || (node.nodeValue ?? '').trim() === '') continue;
    if (!owner.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    // A skip link and texts for screen readers are outside the page until they get the focus.
    if (owner.closest('.skip, [popover], script, title, desc')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const fullBox of range.getClientRects()) {
      const box = clipBox(fullBox, owner);
      if (box.width > near && box.height > near)
        lines.push({ owner, text: (node.nodeValue ?? '').trim().slice(0, 16), box });
    }
  }
  lines.sort((a, b) => a.box.top - b.box.top);
  const overlaps: string[] = [];
  lines.forEach((a, at) => {
    for (const b of lines.slice(at + 1)) {
      const cut = slack * Math.min(a.box.height, b.box.height);
      if (b.box.top >= a.box.bottom - cut) break;
      if (a.owner === b.owner || a.owner.contains(b.owner) || b.owner.contains(a.owner)) continue;
      const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const height = Math.min(a.box.bottom, b.box.bottom) - b.box.top;
      if (width > near && height > cut) overlaps.push(`「${a.text}」 and 「${b.text}」`);
    }
  });
  return overlaps;
}

/**
 * Lists texts with a part that is invisible and cannot be scrolled to: clipped by a box, or outside their picture.
 * @param spill allows text over the edge of a picture that does not clip it, as with wider letter spacing
 */
export function findClippedText(spill: boolean): string[] {
  const near = 1.5;
  /** The share of the height of a box that is empty above its letters, and below them. */
  const blank = 0.155;
  const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
  const boxes = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
    // A box of one pixel contains words for screen readers.
    if (!element.checkVisibility() || element.clientWidth <= 1) return false;
    const { overflowX, overflowY } = getComputedStyle(element);
    return (
      (clips(overflowX) && element.scrollWidth > element.clientWidth + near) ||
      (clips(overflowY) && element.scrollHeight > element.clientHeight + near)
    );
  });
  const labels = [...document.querySelectorAll<SVGTextElement>('svg text')].filter((label) => {
    if (!label.checkVisibility({ visibilityProperty: true })) return false;
    // The labels of a line chart are beside its SVG, inside its figure.
    const picture = label.closest('.plot-figure') ?? label.ownerSVGElement;
    const box = label.getBoundingClientRect();
    if (!picture || box.width === 0) return false;
    if (spill && getComputedStyle(picture).overflow === 'visible') return false;
    const outer = picture.getBoundingClientRect();
    return (
      box.left < outer.left - near ||
      box.right > outer.right + near ||
      box.top + blank * box.height < outer.top - near ||
      box.bottom - blank * box.height > outer.bottom + near
    );
  });
  return [...boxes, ...labels].map(
    (element) => `${element.tagName} 「${(element.textContent || '').trim().slice(0, 20)}」`,
  );
}
