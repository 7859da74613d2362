/* Does what browsers before Chrome 131, Firefox 143 and Safari 18.4 can't do by themselves. No other one loads it. */

// Without commands and popovers (Safari before 17, Firefox before 125), a script opens and closes explanations of terms.
if (!('popover' in HTMLElement.prototype))
  addEventListener('click', ({ target }) => {
    const id = target instanceof Element && target.closest('[popovertarget]')?.getAttribute('popovertarget');
    const dialog = document.querySelector<HTMLDialogElement>(`dialog[id="${id}"]`);
    dialog?.[dialog.open ? 'close' : 'showModal']();
  });

// No style shows on paper what is folded on the screen.
let folded: HTMLDetailsElement[] = [];
function unfold(open: boolean): void {
  for (const details of folded) details.open = open;
}
addEventListener('beforeprint', () => {
  folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  unfold(true);
});
addEventListener('afterprint', () => {
  unfold(false);
});

// As a module, it can be loaded when it is needed.
export {};
