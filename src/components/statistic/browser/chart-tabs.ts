import { changeUrl } from '../../browser/dom-elements.ts';

/** Turns the links to the parts of a chart into tabs, which show one part at a time. */
export function connectTabs(container: HTMLElement): void {
  const list = container.querySelector('.chart-tab-list');
  const tabs = [...container.querySelectorAll<HTMLAnchorElement>('.chart-tab-list a')];
  const panels = tabs.map(({ hash }) => container.querySelector<HTMLElement>(hash));
  const open = (selected: number) => {
    tabs.forEach((tab, at) => {
      tab.setAttribute('aria-selected', String(at === selected));
      tab.tabIndex = at === selected ? 0 : -1;
      panels[at]?.toggleAttribute('hidden', at !== selected);
    });
  };
  const openLinkedTab = () => {
    const at = tabs.findIndex(({ hash }) => hash === location.hash);
    if (at >= 0) open(at);
  };
  const select = (at: number) => {
    open(at);
    tabs[at]?.focus();
    changeUrl(tabs[at]?.hash ?? '');
  };

  list?.setAttribute('role', 'tablist');
  list?.setAttribute('aria-label', '見せ方');
  tabs.forEach((tab, at) => {
    tab.parentElement?.setAttribute('role', 'presentation');
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', tab.hash.slice(1));
    panels[at]?.setAttribute('role', 'tabpanel');
    panels[at]?.setAttribute('aria-labelledby', tab.id);
    tab.addEventListener('click', (event) => {
      event.preventDefault();
      select(at);
    });
    tab.addEventListener('keydown', (event) => {
      const last = tabs.length - 1;
      const steps: Readonly<Record<string, number>> = {
        ArrowRight: at === last ? 0 : at + 1,
        ArrowLeft: at === 0 ? last : at - 1,
        Home: 0,
        End: last,
        ' ': at,
      };
      const next = steps[event.key];
      // Browsers and systems use keys with another one, such as Alt+← to go back.
      if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      select(next);
    });
  });
  open(0);
  openLinkedTab();
  addEventListener('hashchange', openLinkedTab);
  container.classList.add('ready');
}
