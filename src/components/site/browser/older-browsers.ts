/* Does what Safari and browsers before Chrome 134 and Firefox 141 can't do by themselves. No other one loads it. */

// Without `closedby`, a click beside an explanation does not close it. Its own edge is a part of the same element.
addEventListener('click', ({ target, clientX, clientY }) => {
  if (!(target instanceof HTMLDialogElement)) return;
  const { left, right, top, bottom } = target.getBoundingClientRect();
  if (clientX < left || clientX > right || clientY < top || clientY > bottom) target.close();
});

// Without commands and popovers (Safari before 17, Firefox before 125), a script opens and closes explanations of terms.
if (!('popover' in HTMLElement.prototype))
  addEventListener('click', ({ target }) => {
    const id = target instanceof Element && target.closest('[popovertarget]')?.getAttribute('popovertarget');
    const dialog = document.querySelector<HTMLDialogElement>(`dialog[id="${id}"]`);
    dialog?.[dialog.open ? 'close' : 'showModal']();
  });

// No style shows on paper what is folded on the screen.
let folded: HTMLDetailsElement[] = [];
addEventListener('beforeprint', () => {
  folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  for (const details of folded) details.open = true;
});
addEventListener('afterprint', () => {
  for (const details of folded) details.open = false;
});

// As a module, it can be loaded when it is needed.
export {};
