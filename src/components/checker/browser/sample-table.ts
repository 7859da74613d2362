/** A fictional table with some errors, to try the page. */
export const SAMPLE_TABLE = [
  '指標ID,名称,単位,良い方向,現状値,現状値の時点,目標値,目標値の時点,出典ID',
  'readers,広報紙を読む人の割合（架空）,%,増加,35.5%,令和4年度,50%以上,令和9年度,mihon-plan',
  'waiting,窓口で待つ時間（架空）,分,減少,18分,令和4年度,10分以下,令和3年度,mihon-plan',
  'Parks,公園の数（架空）,か所,増加,十二か所,R5年度,15か所,令和9年度,mihon-plan',
  'visitors,図書館に来た人（架空）,人,増へ,"5,587人",令和4年13月,"6,000人",令和9年度,',
  '',
].join('\r\n');
