// What a technician chose, kept on this machine where the browser lets it. Storage that is full, forbidden or garbled is no error: the
// page then begins with its own data.

const NAME = 'indicator-hall-';

/** What is kept as `name`; nothing where nothing is, or it can't be read. */
export function kept(name) {
  try {
    return JSON.parse(window.localStorage.getItem(NAME + name)) || undefined;
  } catch (error) {
    return undefined;
  }
}

/** Keeps `value` as `name`: `kept`, or why it could not be: `full`, `forbidden`. What was kept before is then gone. */
export function keep(name, value) {
  try {
    window.localStorage.setItem(NAME + name, JSON.stringify(value));
    return 'kept';
  } catch (error) {
    drop(name);
    return /quota/i.test(error.name) ? 'full' : 'forbidden';
  }
}

/** Keeps nothing as `name` any more. */
export function drop(name) {
  try {
    window.localStorage.removeItem(NAME + name);
  } catch (error) {
    // Then nothing was kept.
  }
}

/** How it stands with the storage: `kept`, `full`, `forbidden`. */
export function storage() {
  const state = keep('probe', 1);
  drop('probe');
  return state;
}
