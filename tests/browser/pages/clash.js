// Another script of the page has the element's name already.
customElements.define('indicator-chart', class extends HTMLElement {});
