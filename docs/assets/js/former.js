/* Addresses of passages.  A former address forwards to where its words are now.  A copied link
   contains a short checksum of its words: if they have changed since, or are at another address,
   the page says so. */
import * as wording from "../interface/reading.js";
import { elements } from "./elements.js";

/**
 * The element with this fragment as its id, among those that match a selector.
 * @param {string} selector
 */
const named = (selector) => {
  const hash = location.hash;
  if (hash.length < 2) return undefined;
  return elements(selector, HTMLElement).find((one) => `#${one.id}` === hash);
};

/**
 * A line below a passage that says what has changed since its link was copied.
 * @param {HTMLElement} passage
 * @param {string} words
 */
const tell = (passage, words) => {
  const line = document.createElement("p");
  line.className = "since";
  line.setAttribute("role", "status");
  line.textContent = words;
  (passage.nextElementSibling ?? passage).after(line);
};

/** @param {URLSearchParams} query */
const check = (query) => {
  const wanted = query.get("w");
  if (!wanted) return;
  const passage = named("[data-check]");
  if (!passage || passage.parentElement?.querySelector(".since")) return;
  if (passage.dataset.check !== wanted) {
    const earlier = passage.parentElement?.querySelector(".earlier");
    tell(
      passage,
      earlier ? `${wording.wordsChanged} ${wording.earlierBelow}` : wording.wordsChanged,
    );
    if (earlier instanceof HTMLDetailsElement) earlier.open = true;
  } else if (query.has("moved"))
    tell(passage, wording.addressChanged);
};

const follow = () => {
  const former = named(".former li[id]");
  const query = new URLSearchParams(location.search);
  const link = former?.querySelector("a");
  if (!link) {
    const fold = former?.closest("details");
    if (fold) fold.open = true;
    check(query);
    return;
  }
  const target = new URL(link.href);
  const wanted = query.get("w");
  if (wanted !== null) target.search = new URLSearchParams({ w: wanted, moved: "" }).toString();
  location.replace(target.href);
};

addEventListener("hashchange", follow);
follow();
