/*
 * The look of charts outside of the site, where no style sheet of its pages reaches: dark on white, as in print. The
 * colours are those that src/styles/tokens.css gives light pages; mixtures are worked out, as drawing programs don't mix.
 */
const INK = '#1a1a1a';
const PALE = '#5f5f5f';
const GREEN = '#115a36';
const GREEN_2 = '#197a4b';

/** The rules of the pictures that the site gives away. Fonts are those of the reader: none is carried along. */
export const PICTURE_STYLE = [
  `text{fill:${INK};font-family:'Noto Sans JP','Noto Sans CJK JP','Hiragino Sans','Yu Gothic UI','Yu Gothic',Meiryo,sans-serif}`,
  `.head,.label{font-weight:700}`,
  `.tick,.foot{fill:${PALE}}`,
  `.grid,.rule{stroke:#d9d9d9}`,
  `.expected{stroke:${GREEN_2};stroke-width:3;stroke-dasharray:1 8;stroke-linecap:round}`,
  `.result{stroke:${INK};stroke-width:2.5}`,
  `.result-dot{fill:${INK}}`,
  `.provisional{fill:#fff;stroke:${INK};stroke-width:2}`,
  `.result-label,.interim-label{font-weight:400}`,
  `.zero{stroke:#949494}`,
  `.baseline,.target-core{fill:${GREEN}}`,
  `.target{fill:#fff;stroke:${GREEN};stroke-width:3}`,
  `.interim{stroke-width:2}`,
  `.zone{fill:#e6f5ec;stroke:${GREEN};stroke-width:2;stroke-linejoin:round}`,
  `.zone-map text{font-weight:700}`,
  `.badge rect{fill:#fff;stroke:${INK}}`,
].join('');
