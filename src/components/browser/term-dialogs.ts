/* Opens and closes the explanations of terms in browsers without commands and popovers, such as Safari before 17. */

if (!('popover' in HTMLElement.prototype))
  addEventListener('click', ({ target }) => {
    const id = target instanceof Element && target.closest('[popovertarget]')?.getAttribute('popovertarget');
    const dialog = document.querySelector<HTMLDialogElement>(`dialog[id="${id}"]`);
    dialog?.[dialog.open ? 'close' : 'showModal']();
  });
