// @ts-check
import { ready, targets } from 'indicator-widgets';

const chart = document.querySelector('indicator-chart');
const list = document.querySelector('select');
const said = document.querySelector('output');
if (!chart || !list || !said) throw new Error('the page has no chart, no list or no output');

chart.addEventListener('indicator-ready', async () => {
  said.value = await chart.describe();
});
chart.addEventListener('indicator-error', (event) => {
  said.value = event.detail.message;
});

await ready;
for (const target of targets({ plan: 'fujian-2025' })) list.add(new Option(target.indicator_name, target.id));
list.value = chart.target;
list.addEventListener('change', () => {
  chart.target = list.value;
});
