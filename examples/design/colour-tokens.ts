/**
 * Purpose of each colour of `src/styles/tokens.css`. Each has its own class in `design.css`, because the content security
 * policy forbids `style=` attributes.
 */
export const colourTokens = [
  { token: 'ink', use: '文字' },
  { token: 'ink-2', use: '添える文字' },
  { token: 'ink-3', use: '小さな注記、目もり' },
  { token: 'line', use: '枠と区切り' },
  { token: 'line-2', use: '表の線' },
  { token: 'paper', use: '地' },
  { token: 'wash', use: '薄い地' },
  { token: 'brand', use: '現状値と目標値、見出しの印' },
  { token: 'brand-2', use: '図の面と点線' },
  { token: 'brand-soft', use: '選んだところの地' },
  { token: 'brand-mid', use: '図の面（濃いほう）' },
  { token: 'on-brand', use: '緑の上の文字' },
  { token: 'figure-1', use: '地図のいちばん小さい値' },
  { token: 'figure-2', use: '地図の小さい値' },
  { token: 'figure-3', use: '地図の中ほどの値' },
  { token: 'figure-4', use: '地図の大きい値' },
  { token: 'figure-5', use: '地図のいちばん大きい値' },
  { token: 'link', use: 'リンク' },
  { token: 'visited', use: '読んだリンク' },
  { token: 'mark', use: 'さがした言葉の地' },
  { token: 'focus', use: '選ばれた部品の地' },
  { token: 'focus-ring', use: '選ばれた部品の枠' },
  { token: 'city-1', use: '1番目の市' },
  { token: 'city-2', use: '2番目の市' },
  { token: 'city-3', use: '3番目の市' },
  { token: 'city-4', use: '4番目の市' },
  { token: 'city-5', use: '5番目の市' },
  { token: 'city-6', use: '6番目の市' },
] as const;
