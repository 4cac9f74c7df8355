/* Scripts process a long text part by part, each in a separate task, so that a reader's
   scrolling and typing never wait for the whole. */
import { elements } from "./elements.js";

/* Turns and questions; opening turns are long, so that each of their passages is a part. */
const PARTS = [
  ".flow > :is(.exchange, :is(.turn, .part):nth-child(n + 4))",
  ".flow > :is(.turn, .part):nth-child(-n + 3) > .passage",
].join(", ");
const root = document.documentElement;
const FAR = 2; // screens: nobody reads on as fast
const LONGEST = 5; // milliseconds of one task, on a fast computer
const URGENT = ["pointerdown", "keydown", "hashchange", "beforeprint"];

/** @type {HTMLElement[]} */
let waiting = [];

/**
 * Whether scripts have processed this part.
 * @param {Element} one
 */
export const isSettled = (one) => !waiting.some((part) => part.contains(one));

/** @returns {Promise<void>} */
const pause = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Applies a function to each part of the text in order: gradually, or to all remaining parts as soon as
 * the reader interacts with the page.
 * @param {(part: HTMLElement) => void} step
 * @param {() => void} done called when all parts are settled
 */
export const settle = async (step, done) => {
  waiting = elements(PARTS, HTMLElement);
  const next = () => {
    const part = waiting[0];
    step(part);
    waiting.shift();
  };
  const rest = () => {
    const seen = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    const top = seen?.getBoundingClientRect().top ?? 0;
    while (waiting.length) next();
    // A reader who has scrolled down stays at the same words.
    if (seen) scrollBy({ top: seen.getBoundingClientRect().top - top, behavior: "instant" });
  };
  const at = scrollY;
  const leap = () => {
    if (Math.abs(scrollY - at) > FAR * innerHeight) rest();
  };
  addEventListener("scroll", leap);
  for (const name of URGENT) addEventListener(name, rest, { capture: true, once: true });
  while (waiting.length) {
    await pause();
    const until = performance.now() + LONGEST;
    while (waiting.length && performance.now() < until) next();
  }
  for (const name of URGENT) removeEventListener(name, rest, { capture: true });
  removeEventListener("scroll", leap);
  root.dataset.settled = "";
  done();
};
