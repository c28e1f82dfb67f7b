// What templates know of the element.
import type { DefineComponent } from 'vue';
import type { IndicatorChartAttributes, IndicatorChartEventMap, PageValues } from 'indicator-widgets';

interface Props extends Omit<IndicatorChartAttributes, 'observations'> {
  observations?: string | PageValues | null;
  onIndicatorReady?: (event: IndicatorChartEventMap['indicator-ready']) => void;
  onIndicatorChange?: (event: IndicatorChartEventMap['indicator-change']) => void;
  onIndicatorError?: (event: IndicatorChartEventMap['indicator-error']) => void;
}

declare module 'vue' {
  interface GlobalComponents {
    'indicator-chart': DefineComponent<Props>;
  }
}
