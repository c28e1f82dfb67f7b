import { ready, targets, type IndicatorError } from 'indicator-widgets';

const chart = document.querySelector('indicator-chart')!;
const list = document.querySelector('select')!;
const said = document.querySelector('output')!;

chart.addEventListener('indicator-ready', async () => {
  said.value = await chart.describe();
});
chart.addEventListener('indicator-error', ({ detail }) => {
  said.value = `${detail.code}: ${detail.message}`;
});

ready.then(() => {
  for (const target of targets({ plan: 'fujian-2025' })) list.add(new Option(target.indicator_name, target.id));
  list.value = chart.target;
  list.addEventListener('change', () => {
    chart.target = list.value;
  });
}, (error: IndicatorError) => {
  said.value = `${error.code}: ${error.message}`;
});
