// Compiled by tests/package.mjs, never run: calls take what the types say, and the types what calls take.
import { assess, backtest, load, observations, project, ready, renderSVG, targets, trajectory, type Assessment, type Assessments, type IndicatorChartElement, type Loaded } from 'indicator-widgets';

await ready;
const [target] = targets({ plan: 'fujian-2025', region: { id: 'fujian' }, lang: 'en' });
export const one: Assessment = assess(target!, [[2023, 2.5], { t: 2024, value: null, qualifier: 'about', break: true }], { rule: 'own' });
export const all: Assessments = assess('x', { rule: 'all' });
export const numbers: (number | null)[] = project(observations({ region: 'fujian' }), { until: 2030, lower: null }).rows.map((row) => row.mean);
export const text: string = renderSVG({ target: 'x', view: 'progress', textSize: 'large', growth: '5%', table: { form: 'rows', rows: [{ year: 2023, value: 1 }] } });
export const origin = trajectory(target!).base?.origin;
export const [trial] = backtest([[2020, 1]]).trials;

export const held: Promise<string> = load(new Uint8Array(8)).then(({ date, targets: many }) => date.slice(many));
export const back: Promise<Loaded> = load(null);

const chart: IndicatorChartElement = document.createElement('indicator-chart');
chart.target = ['a', 'b'];
chart.view = 'scorecard';
chart.until = 2030;
chart.observations = [[2023, 1], { 年份: '2024', 数值: 2 }];
chart.observations = null;
chart.addEventListener('indicator-open', (event) => event.detail.target.length);
document.addEventListener('indicator-error', (event) => event.detail.code === 'bad-table');
export const done: Promise<void> = chart.update();
export const picture: Promise<Blob> = chart.toPNG(2);

// @ts-expect-error
renderSVG({ target: 'x', theme: 'pink' });
// @ts-expect-error
targets({ plans: 'fujian-2025' });
// @ts-expect-error
chart.view = 'pie';
// @ts-expect-error
load();
