/** The one clock. It is read at the edges only: whoever decides something is told the time. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Goes on at the usual pace from another time: a demo that was interrupted is continued where it was. */
export function clockFrom(start: Date): Clock {
  const began = Date.now();
  return { now: () => new Date(start.getTime() + Date.now() - began) };
}

/** Stands still until it is told to move: whatever the machine does meanwhile, the same things happen at the same times. */
export function steppedClock(start: Date): Clock & { moveTo(time: Date): void } {
  let time = start;
  return {
    now: () => time,
    moveTo: (to) => {
      if (to < time)
        throw new Error(`a clock does not go back: ${to.toISOString()} is before ${time.toISOString()}`);
      time = to;
    },
  };
}
