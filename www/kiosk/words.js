// The hall's own words: Simplified, Traditional, English. What charts say is the core's.

const WORDS = {
  invite: ['轻触屏幕，自己看看', '輕觸螢幕，自己看看', 'Touch the screen to explore'],
  plans: ['选择方案', '選擇方案', 'Choose a plan'],
  themes: ['选择主题', '選擇主題', 'Choose a theme'],
  targets: ['选择目标', '選擇目標', 'Choose a target'],
  all: ['{plans} 份方案，{n} 项目标', '{plans} 份方案，{n} 項目標', '{plans} plans, {n} targets'],
  one: ['1 项目标', '1 項目標', '1 target'],
  many: ['{n} 项目标', '{n} 項目標', '{n} targets'],
  published: ['有公布值', '有公布值', 'has published values'],
  published_of: ['其中 {n} 项有公布值', '其中 {n} 項有公布值', '{n} with published values'],
  name: ['{region} {name}', '{region} {name}', '{name}, {region}'],
  due: ['{year} 年目标', '{year} 年目標', 'Target for {year}'],
  back: ['返回', '返回', 'Back'],
  home: ['全部方案', '全部方案', 'All plans'],
  languages: ['语言', '語言', 'Language'],
  contrast: ['高对比度', '高對比度', 'High contrast'],
  large: ['大字', '大字', 'Large text'],
  read: ['朗读', '朗讀', 'Read aloud'],
  hush: ['停止朗读', '停止朗讀', 'Stop reading'],
  bar: ['导航和显示', '導覽與顯示', 'Navigation and display'],
  chart: ['走势', '走勢', 'Chart'],
  compare: ['各地比较', '各地比較', 'Compare places'],
  source: ['出处', '出處', 'Source'],
  table: ['表格', '表格', 'Table'],
  looks: ['查看方式', '檢視方式', 'Ways to look'],
  up: ['向上', '向上', 'Up'],
  down: ['向下', '向下', 'Down'],
  warning: ['还在看吗？', '還在看嗎？', 'Are you still there?'],
  warning_count: ['秒后回到开头，您的选择不会保留', '秒後回到開頭，您的選擇不會保留', 'seconds until the screen starts over; nothing of yours is kept'],
  go_on: ['继续看', '繼續看', 'Go on'],
};

export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'];

/** What each language is called in itself. */
export const NAMES = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' };

/** The word called `key` in `lang`, its holes filled. */
export function word(lang, key, values) {
  return WORDS[key][Math.max(LANGUAGES.indexOf(lang), 0)].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}
