// The only script of the search that every page loads.  The rest, and all data, come when a reader
// turns to a search box, opens the search page, or follows a hit to its passage.

const BOXES = "form[role=search]";
// What finds and draws hits.
const HITS = ["answer", "card", "dates", "dom", "draw", "engine", "excerpt", "expand", "facets", "found", "index", "kinds", "order", "packed", "persons",
  "part", "postings", "query", "question", "quotation", "rank", "shared", "tokens", "words"];
const PAGE = ["narrow", "told", ...HITS];

// All is asked for at once, or each module would wait for the one that imports it.
/** @param {string[]} names */
function fetchAll(names) {
  return names.map((name) => import(`./${name}.js`));
}

async function loadBox() {
  const [module] = await Promise.all([import("./box.js"), ...fetchAll(HITS)]);
  return module;
}

async function loadResults() {
  const [module] = await Promise.all([import("./results.js"), ...fetchAll(PAGE)]);
  return module;
}

/** @param {HTMLFormElement} form */
async function attach(form) {
  // On the search page the hits of its own box stand in the page.
  if (form.dataset.ready || form.matches("[data-search-form]")) return;
  form.dataset.ready = "yes";
  const { attachBox } = await loadBox();
  attachBox(form);
}

function visit() {
  const page = document.querySelector("[data-search-live]");
  if (page instanceof HTMLElement && !page.dataset.ready) {
    page.dataset.ready = "yes";
    // Where the address asks for something already, its hits need not wait for the page's script.
    if (location.search) loadResults().catch(() => {});
    import("./page.js").then(({ attachPage }) => attachPage(page, loadResults));
  }
  if (new URLSearchParams(location.search).has("h")) {
    import("./marks.js").then(({ markPage }) => markPage());
  }
}

/** @param {EventTarget | null} target */
function typing(target) {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName);
}

document.addEventListener("focusin", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.type !== "search") return;
  const form = target.closest(BOXES);
  if (form instanceof HTMLFormElement) attach(form);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing(event.target)) return;
  const own = document.querySelector("[data-search-live]")?.closest("article");
  const input = (own ?? document.querySelector("header"))?.querySelector(`${BOXES} input`);
  if (!(input instanceof HTMLInputElement)) return;
  event.preventDefault();
  input.form?.classList.add("open");
  input.focus();
  input.select();
});

// A narrow header shows a button in place of the box.
document.addEventListener("click", (event) => {
  const { target } = event;
  const opener = target instanceof Element ? target.closest("[data-search-open]") : null;
  const form = opener?.parentElement?.querySelector("form");
  if (!form) return;
  event.preventDefault();
  form.classList.add("open");
  form.querySelector("input")?.focus();
});

// Pages that are exchanged without a new document tell so through the theme's `document$`.
if (window.document$) window.document$.subscribe(visit);
else visit();
