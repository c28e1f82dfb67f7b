// What a reader has chosen, by name, and the steps that lead back from it.

// Steps are numbered through: of two histories it is known whose last step was the later one.
let count = 0;

export class Choices {
  constructor(now) {
    this.now = now || {};
    this._past = [];
  }

  /** Whether anything is chosen. */
  get some() {
    return Object.keys(this.now).length > 0;
  }

  /** The number of the last step; 0 where there is none to take back. */
  get last() {
    return this._past.length ? this._past[this._past.length - 1].number : 0;
  }

  /** Chooses `now` in place of all: a step, numbered `number` where several histories take it at once, unless it goes `on` with the last. */
  set(now, on, number) {
    const was = this.now;
    this.now = now;
    if (!on && JSON.stringify(was) !== JSON.stringify(now)) this._past.push({ was, number: number || next() });
  }

  /** Takes the last step back. */
  undo() {
    this.now = this._past.pop().was;
  }
}

/** The number of a step that is to be taken. */
export function next() {
  count += 1;
  return count;
}
