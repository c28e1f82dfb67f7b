import { useEffect, useRef, useState } from 'react';
import { ready, targets, type IndicatorChartElement, type PageValues, type Target } from 'indicator-widgets';

export function App() {
  const chart = useRef<IndicatorChartElement>(null);
  const [target, setTarget] = useState('fujian-valid-trademarks-2025');
  const [all, setAll] = useState<Target[]>([]);
  const [said, setSaid] = useState('');
  // What your own application knows of this target, beside what is published: made up here.
  const [values, setValues] = useState<PageValues | null>(null);

  useEffect(() => {
    ready.then(() => setAll(targets({ plan: 'fujian-2025' })));
  }, []);
  const choose = (id: string) => {
    setTarget(id);
    setValues(null);
  };
  const told = async () => setSaid((await chart.current?.describe()) ?? '');

  return (
    <>
      <p>
        <label>目标{' '}
          <select value={target} onChange={(event) => choose(event.target.value)}>
            {all.map((one) => <option key={one.id} value={one.id}>{one.indicator_name}</option>)}
          </select>
        </label>{' '}
        <button type="button" onClick={() => setValues([[2023, 225], { year: 2024, value: 240, qualifier: 'about' }])}>本页的数值</button>
      </p>
      <indicator-chart
        ref={chart}
        target={target}
        observations={values}
        as-of="2025-06-30"
        controls="basic"
        onindicator-ready={told}
        onindicator-change={told}
        onindicator-error={({ detail }) => setSaid(`${detail.code}: ${detail.message}`)}
      >到2025年，有效注册商标数达到250万件</indicator-chart>
      <output>{said}</output>
    </>
  );
}
