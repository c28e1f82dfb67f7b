// The screen is kept on where the browser can: it lets go when the page is hidden, so it is asked again.

/** Listens for the page's whole life. */
export function wake() {
  let asking = false;
  let lock;
  const ask = () => {
    if (!navigator.wakeLock || document.visibilityState !== 'visible' || asking || (lock && !lock.released)) return;
    asking = true;
    const done = (given) => {
      asking = false;
      lock = given;
    };
    navigator.wakeLock.request('screen').then(done, () => done(undefined));
  };
  document.addEventListener('visibilitychange', ask);
  // Some let go for a low battery, and give it again to who touches.
  document.addEventListener('pointerup', ask, { passive: true });
  ask();
}
