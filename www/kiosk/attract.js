// What the hall shows while nobody touches it: slide after slide on two stages that take turns, and how far the round has come.

import { cancel, later } from './clock.js';
import { byId, empty, make } from './dom.js';
import { Stage } from './slide.js';
import { add } from './screens.js';

// How long one slide fades into the next, in milliseconds; as in kiosk.css.
const FADE = 1600;
// When no slide of a whole round could be drawn the next round waits so long, in milliseconds.
const PAUSE = 10000;

/** Makes the screen `attract` of these slides; gives back how many were shown so far and how many failed. */
export function attract(slides) {
  const stages = Array.from(byId('stages').children, (element) => new Stage(element));
  const marks = slides.map(() => make('span', {}, make('i')));
  const line = byId('progress');
  let at = -1;
  let front = 0;
  let failed = 0;
  const counts = { shown: 0, failed: 0 };
  const timers = { next: 0, fade: 0 };

  empty(line);
  marks.forEach((mark) => line.appendChild(mark));

  function stop() {
    cancel(timers.next);
    cancel(timers.fade);
  }

  /** Puts the slide after number `from` on the stage behind, and brings it to the front when it stands. */
  function turn(from) {
    if (!slides.length) return;
    stop();
    at = (from + 1) % slides.length;
    const slide = slides[at];
    const behind = stages[1 - front];
    behind.put(slide, () => {
      failed = 0;
      counts.shown += 1;
      front = 1 - front;
      const time = slide.seconds * 1000;
      stages.forEach((stage, number) => stage.element.classList.toggle('on', number === front));
      behind.play(time);
      progress(time);
      timers.fade = later(FADE, () => stages[1 - front].clear());
      timers.next = later(Math.max(time, FADE), () => turn(at));
    }, () => {
      stop();
      counts.failed += 1;
      failed += 1;
      behind.clear();
      cancel(timers.next);
      // What is in front stays there; nobody sees that one was left out.
      timers.next = later(failed < slides.length ? 0 : PAUSE, () => turn(at));
    });
  }

  function progress(time) {
    marks.forEach((mark, number) => {
      mark.className = number < at ? 'past' : '';
      mark.firstChild.style.transitionDuration = '';
    });
    // From its beginning: the style of before has to have been taken first.
    line.getBoundingClientRect();
    marks[at].firstChild.style.transitionDuration = `${time}ms`;
    marks[at].className = 'now';
  }

  function clear() {
    stop();
    stages.forEach((stage) => {
      stage.element.classList.remove('on');
      stage.clear();
    });
  }

  add('attract', {
    element: byId('attract'),
    enter() {
      failed = 0;
      turn(-1);
    },
    leave: clear,
    // As the language, the colours and the window are now.
    change: () => turn(at - 1),
  });
  return counts;
}
