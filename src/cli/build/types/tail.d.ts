
/** A row of the data package, or anything with its id. */
export interface Identified {
  id: string;
}

/** A row of your own values: `year`, `value`, and whatever heads a table may have. */
export interface PageRow {
  [head: string]: string | number | boolean | null | undefined;
}

/** Your own values, as a script gives them to an element. */
export type PageValues = readonly (PageRow | readonly [year: number, value: number | null])[];

/** A yearly series: rows, or years and values. At most 300. */
export type Series = readonly (SeriesRow | readonly [year: number, value: number | null])[];

/** What calls and `ready` fail with. */
export interface IndicatorError extends Error {
  code: Code;
}

/** Kept when the calls below answer; they fail before. It begins with whoever first waits for it. */
export const ready: Promise<void>;

/** Every plan. */
export function plans(): Plan[];
/** Every region. */
export function regions(): Region[];
/** Every indicator. */
export function indicators(): Indicator[];
/** The targets that the filter takes, restatements included. */
export function targets(filter?: TargetFilter): Target[];
/** The published values that the filter takes. */
export function observations(filter?: ObservationFilter): Observation[];
/** The path that a target requires. */
export function trajectory(target: string | Identified, options?: FigureOptions): Trajectory;
/** Where a series, or what is known of a target, is heading. */
export function project(of: Series | string | Identified, options?: FigureOptions): Projection;
/** What the method would have said of the last value, and whether it held. */
export function backtest(of: Series | string | Identified, options?: FigureOptions): Backtest;
/** The verdicts of every rule. */
export function assess(target: string | Identified, options: FigureOptions & { rule: 'all' }): Assessments;
export function assess(target: string | Identified, series: Series | null | undefined, options: FigureOptions & { rule: 'all' }): Assessments;
/** The verdict on a target, from what is known of it or from `series` alone. */
export function assess(target: string | Identified, options?: FigureOptions & { rule?: Rule | undefined }): Assessment;
export function assess(target: string | Identified, series?: Series | null, options?: FigureOptions & { rule?: Rule | undefined }): Assessment;
/** Takes a packed data package (bytes, or base64 of them) in place of the one in force, for every chart; `null` brings back the program's own. What
 * can't be read is refused with the code `bad-dataset`, and changes nothing. */
export function load(packed: string | ArrayBuffer | Uint8Array | null): Promise<Loaded>;
/** The chart as an SVG document. */
export function renderSVG(options: ChartOptions): string;

declare global {
  interface HTMLElementTagNameMap {
    'indicator-chart': IndicatorChartElement;
  }
  interface GlobalEventHandlersEventMap extends IndicatorChartEventMap {}
}
