// What the hall shows, as it stands in the page. What the data does not know (a plan that another data file no longer has) is left out.

import { byId } from './dom.js';

const USUAL = {
  title: {}, logo: null, languages: ['zh-Hans', 'zh-Hant', 'en'], theme: 'light', idle: 60, warning: 15,
  controls: ['assumption', 'compare', 'source', 'table'], asOf: null, night: null, update: null, plans: [], slides: [],
};

/** The playlist, whole. */
export function playlist() {
  const list = Object.assign({}, USUAL, JSON.parse(byId('playlist').textContent));
  list.warning = Math.min(list.warning, list.idle);
  return list;
}

/** The attributes of the chart that a slide shows. */
export function attributes(slide) {
  const targets = (slide.targets || []).concat(slide.target || []).join(' ');
  return { view: slide.view, target: targets, plan: slide.plan, indicator: slide.indicator };
}
