import { expect, test } from 'vitest';
import { connectBrowser, withTab } from './support/browser-tabs.ts';

const browser = await connectBrowser();

const FAMILIES = ['sans-serif', 'serif', 'monospace', 'system-ui', 'DejaVu Sans', 'Noto Sans CJK JP', 'IPAGothic'];

test('the test browser uses only the fonts of the project, not those of the machine', async () => {
  const fonts = await withTab(browser, {}, async (page) => {
    await page.setContent(
      FAMILIES.map((family) => `<p style="font-family: '${family}', ${family}">計画 Plan</p>`).join(''),
    );
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'p' });
    const used = await Promise.all(nodeIds.map((nodeId) => session.send('CSS.getPlatformFontsForNode', { nodeId })));
    return used.flatMap((result) => result.fonts.map(({ familyName }) => familyName));
  });
  expect(fonts.length).toBeGreaterThanOrEqual(FAMILIES.length);
  expect([...new Set(fonts)].filter((name) => !/^(?:Noto Sans JP|BIZ UDGothic)/.test(name))).toEqual([]);
});
