// The page that checks quotations: the whole comparison runs in the browser.
/** @import { Answer } from "../../../types/check" */

import * as words from "../interface/check.js";
import { element, elements } from "../js/elements.js";
import { ROOT } from "../search/dom.js";
import { answer } from "./answers.js";
import { drawAnswer } from "./draw.js";
import { QuoteIndex } from "./index.js";
import { paragraphs } from "./paste.js";
import { overall } from "./telling.js";

const MOST = 20_000; // characters; a speech is checked by a program
const IN_ADDRESS = 2_000; // characters

/** @param {HTMLElement} live */
function attach(live) {
  const form = element("[data-check-form]", HTMLFormElement, live);
  const input = element("textarea", HTMLTextAreaElement, form);
  const status = element("[data-check-status]", HTMLElement, live);
  const summary = element("[data-check-summary]", HTMLElement, live);
  const addressNote = element("[data-check-address]", HTMLElement, live);
  const results = element("[data-check-results]", HTMLElement, live);
  const failure = element("[data-check-failure]", HTMLElement, live);
  const index = new QuoteIndex(new URL("data/quote-index/", ROOT).href);
  let turn = 0;

  /** @param {string} text */
  const writeAddress = (text) => {
    const url = new URL(location.href);
    url.hash = "";
    const fits = text.length <= IN_ADDRESS;
    if (fits && text) url.searchParams.set("q", text);
    else url.searchParams.delete("q");
    history.replaceState(null, "", url);
    addressNote.hidden = fits;
  };

  const clear = () => {
    results.replaceChildren();
    summary.hidden = true;
    failure.hidden = true;
    status.textContent = "";
  };

  // Each answer is shown when it is ready, so that the first results of a long paste appear soon.
  /** @param {boolean} moveFocus to the line above the results */
  const check = async (moveFocus) => {
    turn += 1;
    const mine = turn;
    const text = input.value.trim();
    clear();
    if (text.length > MOST) {
      status.textContent = words.tooLong({ number: text.length.toLocaleString("en"), most: MOST.toLocaleString("en") });
      return;
    }
    writeAddress(text);
    if (!text) {
      status.textContent = words.empty;
      input.focus();
      return;
    }
    status.textContent = words.comparing;
    results.setAttribute("aria-busy", "true");
    try {
      /** @type {Answer[]} */
      const answers = [];
      const texts = await index.texts(text);
      const spans = paragraphs(text);
      for (const span of spans) {
        const found = await answer(text.slice(...span), texts, false);
        if (mine !== turn) return;
        const place = answers.push(found) - 1;
        results.append(drawn(found, place));
        if (spans.length > 1) status.textContent = words.compared({ done: answers.length, all: spans.length });
        await new Promise((resolve) => setTimeout(resolve));
      }
      /** @param {Answer} found @param {number} place @returns {HTMLElement} */
      function drawn(found, place) {
        const more = found.sentences.some((part) => part.more);
        return drawAnswer(found, index.wording, more ? () => lookEverywhere(place) : null);
      }
      /** @param {number} place */
      const lookEverywhere = async (place) => {
        status.textContent = words.looking;
        try {
          answers[place] = await answer(answers[place].text, texts, true);
          if (mine !== turn) return;
          const whole = drawn(answers[place], place);
          results.children[place].replaceWith(whole);
          whole.tabIndex = -1;
          whole.focus();
          status.textContent = "";
        } catch (error) {
          tellFailure(error, () => lookEverywhere(place));
        }
      };
      summary.textContent = overall(answers);
      summary.hidden = !summary.textContent;
      status.textContent = "";
      if (moveFocus && !summary.hidden) summary.focus();
    } catch (error) {
      if (mine === turn) tellFailure(error, () => check(moveFocus));
    } finally {
      if (mine === turn) results.removeAttribute("aria-busy");
    }
  };

  /**
   * @param {unknown} error
   * @param {() => void} again
   */
  const tellFailure = (error, again) => {
    console.error(error);
    status.textContent = "";
    failure.hidden = false;
    element("button", HTMLButtonElement, failure).onclick = again;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    check(true);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  // Files that every check needs are fetched while the reader pastes.
  input.addEventListener("focus", () => index.open().catch(() => {}), { once: true });
  for (const example of elements("a[data-check-example]", HTMLAnchorElement, live)) {
    example.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      input.value = new URL(example.href).searchParams.get("q") ?? "";
      check(true);
    });
  }
  live.hidden = false;
  element("[data-check-fallback]", HTMLElement).hidden = true;
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    input.value = asked;
    check(false);
  }
}

attach(element("[data-check-live]", HTMLElement));
