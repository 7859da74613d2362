/**
 * Makes the squares in an element one stop of the Tab key: ← and → move to the next square, ↑ and ↓ to the next list of
 * squares, Home and End to the first and the last square. Returns the function that makes the first square the stop.
 */
export function connectSquares(field: HTMLElement): () => void {
  const listSquares = () => [...field.querySelectorAll<HTMLElement>('a.tile')];
  const stopAt = (stop: EventTarget | null | undefined) => {
    for (const square of listSquares()) square.tabIndex = square === stop ? 0 : -1;
  };
  field.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target.matches('.tile')) stopAt(target);
  });
  field.addEventListener('keydown', (event) => {
    const squares = listSquares();
    const at = squares.findIndex((square) => square === event.target);
    const firsts = squares.filter((square, index) => square.closest('ul') !== squares[index - 1]?.closest('ul'));
    const list = firsts.findIndex((first) => first.closest('ul') === squares[at]?.closest('ul'));
    const reached: Readonly<Record<string, HTMLElement | undefined>> = {
      ArrowRight: squares[at + 1],
      ArrowLeft: squares[at - 1],
      ArrowDown: firsts[list + 1],
      ArrowUp: firsts[list - 1],
      Home: squares[0],
      End: squares.at(-1),
    };
    const next = reached[event.key];
    // Browsers and systems use keys with another one, such as Alt+← to go back.
    if (at < 0 || !next || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    next.focus();
  });
  const stopAtFirst = () => {
    stopAt(listSquares()[0]);
  };
  stopAtFirst();
  return stopAtFirst;
}
