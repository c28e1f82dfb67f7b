// Labels are laid out by the widths of common sans-serif faces. In a page whose face runs wider they are set as much
// smaller, so that each keeps its place.

// What labels are made of; Chinese characters are one em in every face.
const SAMPLES = ['2025 target \u2265 2.8%', '0123456789', 'quality plan to million', 'Industry Environment'];
const ratios = new Map();

/** How much smaller text must be in the face of `frame`, at most 1; `ruler` tells the width that labels are laid out by. */
function ratio(frame, ruler) {
  const family = getComputedStyle(frame).fontFamily;
  if (!ratios.has(family)) {
    const context = document.createElement('canvas').getContext('2d');
    context.font = `bold 100px ${family}`;
    ratios.set(family, Math.min(1, ...SAMPLES.map((text) => ruler(text) / context.measureText(text).width || 1)));
  }
  return ratios.get(family);
}

/** Sets the labels in `section` so that they fit. */
export function fit(section, frame, ruler) {
  const part = ratio(frame, ruler);
  if (part === 1) return;
  section.querySelectorAll('svg text').forEach((text) => {
    text.setAttribute('font-size', Math.floor(text.getAttribute('font-size') * part * 10) / 10);
  });
}
