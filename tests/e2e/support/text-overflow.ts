/*
 * Whether every word on a page can be read whole. All of it runs in the browser, so that a function may use nothing
 * from outside itself.
 */

/** Pairs of texts that stand on one another, though neither is part of the other. */
export function findOverlappingText(): string[] {
  interface Line {
    readonly owner: Element;
    readonly text: string;
    readonly box: DOMRect;
  }
  /** Boxes of Japanese text are about 1.45 em high and its letters 1 em, so that boxes of neighbours may touch. */
  const slack = 0.31;
  const near = 1;
  /** What is left of a box inside all that scrolls or hides around it. */
  const shownPart = (box: DOMRect, owner: Element): DOMRect => {
    let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
    for (let around: Element | null = owner; around; around = around.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(around);
      const outer = around.getBoundingClientRect();
      const cuts = around !== document.body && around !== document.documentElement;
      if (cuts && overflowX !== 'visible') [left, right] = [Math.max(left, outer.left), Math.min(right, outer.right)];
      if (cuts && overflowY !== 'visible') [top, bottom] = [Math.max(top, outer.top), Math.min(bottom, outer.bottom)];
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
    // A skip link and texts for the ear alone stand outside the page until they are asked for.
    if (owner.closest('.skip, [popover], script, title, desc')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const whole of range.getClientRects()) {
      const box = shownPart(whole, owner);
      if (box.width > near && box.height > near)
        lines.push({ owner, text: (node.nodeValue ?? '').trim().slice(0, 16), box });
    }
  }
  lines.sort((a, b) => a.box.top - b.box.top);
  const found: string[] = [];
  lines.forEach((a, at) => {
    for (const b of lines.slice(at + 1)) {
      const cut = slack * Math.min(a.box.height, b.box.height);
      if (b.box.top >= a.box.bottom - cut) break;
      if (a.owner === b.owner || a.owner.contains(b.owner) || b.owner.contains(a.owner)) continue;
      const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const height = Math.min(a.box.bottom, b.box.bottom) - b.box.top;
      if (width > near && height > cut) found.push(`「${a.text}」 and 「${b.text}」`);
    }
  });
  return found;
}

/**
 * Texts of which a part can't be seen and can't be scrolled to: cut by a box, or outside their picture. Letters that a
 * reader set further apart may `spill` over the edge of a picture that does not cut them.
 */
export function findClippedText(spill: boolean): string[] {
  const near = 1.5;
  /** Of a box's height, what stands above the letters, and below them. */
  const blank = 0.155;
  const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
  const boxes = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => {
    // A box of one pixel holds words for the ear alone.
    if (!one.checkVisibility() || one.clientWidth <= 1) return false;
    const { overflowX, overflowY } = getComputedStyle(one);
    return (
      (clips(overflowX) && one.scrollWidth > one.clientWidth + near) ||
      (clips(overflowY) && one.scrollHeight > one.clientHeight + near)
    );
  });
  const labels = [...document.querySelectorAll<SVGTextElement>('svg text')].filter((one) => {
    if (!one.checkVisibility({ visibilityProperty: true })) return false;
    const picture = one.ownerSVGElement;
    const box = one.getBoundingClientRect();
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
  return [...boxes, ...labels].map((one) => `${one.tagName} 「${(one.textContent || '').trim().slice(0, 20)}」`);
}
