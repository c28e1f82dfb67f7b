// What JSX knows of the element.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { IndicatorChartAttributes, IndicatorChartElement, IndicatorChartEventMap, PageValues } from 'indicator-widgets';

type ChartAttributes = Omit<IndicatorChartAttributes, 'observations'> & { observations?: string | PageValues | null };
type ChartListeners = { [Name in keyof IndicatorChartEventMap as `on${Name}`]?: (event: IndicatorChartEventMap[Name]) => void };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'indicator-chart': DetailedHTMLProps<HTMLAttributes<IndicatorChartElement>, IndicatorChartElement> & ChartAttributes & ChartListeners;
    }
  }
}
