/*
 * The switch for readings of names. The choice is kept on the reader's device only: no request contains it. The
 * readings are loaded after readers choose them, and only after the scripts of the page have read its texts.
 */

/** The name of the entry in the storage of the browser. */
const KEY = 'ruby';

const button = document.querySelector<HTMLButtonElement>('.ruby-switch');
const failure = Object.assign(document.createElement('p'), {
  role: 'alert',
  // Chrome does not load a script again that it could not load.
  textContent: 'ふりがなを読みこめません。ページを読みこみ直してください。',
});

function isStored(): boolean {
  try {
    return KEY in localStorage;
  } catch {
    return false;
  }
}

function store(isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem(KEY, 'on');
    else localStorage.removeItem(KEY);
  } catch {
    // This page shows readings, but the next one does not remember the choice.
  }
}

/** Shows or hides the readings, as the button says once they are loaded. */
async function press(pressed: HTMLButtonElement, isOn: boolean): Promise<void> {
  pressed.ariaPressed = String(isOn);
  failure.remove();
  try {
    const ruby = await import('./ruby-text.ts');
    const readings = await ruby.loadReadings(pressed.dataset.readings ?? '');
    if (pressed.ariaPressed === 'true') ruby.showRuby(readings);
    else ruby.hideRuby();
  } catch {
    pressed.ariaPressed = 'false';
    document.querySelector('h1')?.before(failure);
  }
}

if (button) {
  // Without a state, the button is hidden: it would do nothing.
  button.ariaPressed = 'false';
  button.addEventListener('click', () => {
    const isOn = button.ariaPressed !== 'true';
    store(isOn);
    void press(button, isOn);
  });
  if (isStored()) addEventListener('DOMContentLoaded', () => void press(button, true));
}
