// Another version of this project's script, earlier in the page: it has the element and the global, and draws what it can.
(function () {
  class IndicatorChart extends HTMLElement {
    connectedCallback() {
      var tree = this.attachShadow({ mode: 'open' });
      tree.innerHTML = '<div class="frame"><div class="figure"><svg width="720" height="200"><g data-role="observed"></g></svg></div></div>';
    }
  }
  IndicatorChart.indicatorWidgets = true;
  customElements.define('indicator-chart', IndicatorChart);
  window.IndicatorWidgets = { renderSVG: function () { return ''; } };
}());
