// The <script> that this code stands in, and what its owner says on it.

// By way of the prototype: an element of the page named currentScript would come first.
const current = tried(() => Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript').get.call(document));

/** The element, as far as that can be known: modules and shadow trees do not say. */
export const script = current || tried(() => document.querySelector('script[src*="indicator-widgets."]'));

/** Sites beside its own that the page lets values come from. Said on the element that runs: whoever can write there needs no leave. */
export const origins = ((current && current.getAttribute('data-indicator-origins')) || '').split(/\s+/)
  .map((site) => tried(() => new URL(site).origin));

function tried(find) {
  try {
    return find();
  } catch (error) {
    return null;
  }
}
