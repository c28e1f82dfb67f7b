// From a plan to its themes and to their targets: what the three lists say, and where they lead.

import { plan, plans, themes } from './catalogue.js';
import { list } from './lists.js';
import { go } from './screens.js';
import { word } from './words.js';

const count = (lang, n) => word(lang, n === 1 ? 'one' : 'many', { n });
const known = (lang, targets) => {
  const n = targets.filter((row) => row.known).length;
  return n ? word(lang, 'published_of', { n }) : '';
};
const years = ({ from, to }) => (from === to ? String(to) : `${from}\u2013${to}`);

export function explore() {
  list('plans', (_, lang) => ({
    title: word(lang, 'plans'), lead: word(lang, 'all', { plans: plans(lang).length, n: plans(lang).reduce((sum, one) => sum + one.targets.length, 0) }),
    tiles: plans(lang).map((one) => ({
      id: one.id, name: one.name, more: [one.region, years(one), one.issuer].filter(Boolean).join(' \u00b7 '), note: count(lang, one.targets.length),
    })),
  }), (id) => go('themes', { plan: id }));

  list('themes', (given, lang) => {
    const one = plan(given.plan, lang);
    return {
      kicker: one.name, title: word(lang, 'themes'), lead: one.title,
      tiles: themes(one.id, lang).map((theme) => ({
        id: theme.id, name: theme.name, more: count(lang, theme.targets.length), note: known(lang, theme.targets),
      })),
    };
  }, (id, given) => go('targets', { plan: given.plan, theme: id }));

  list('targets', (given, lang) => {
    const one = plan(given.plan, lang);
    const theme = themes(given.plan, lang).find((each) => each.id === given.theme);
    return {
      kicker: `${one.name} \u00b7 ${theme.name}`, title: word(lang, 'targets'), lead: count(lang, theme.targets.length),
      tiles: theme.targets.map((row) => ({
        id: row.id, name: row.indicator_name, more: `${word(lang, 'due', { year: row.deadline })} ${row.due}`,
        note: row.known ? word(lang, 'published') : '',
      })),
    };
  }, (id) => go('target', { target: id }));
}
