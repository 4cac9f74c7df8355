// The only script of the search that every page loads.  The rest, and all data, come when a reader
// turns to a search box, opens the search page, or follows a hit to its passage.

const BOXES = "form[role=search]";
const PARTS = ["box", "draw", "shared", "engine", "expand", "rank", "index", "tokens", "words"];

/** @param {HTMLFormElement} form */
async function attach(form) {
  if (form.dataset.ready) return;
  form.dataset.ready = "yes";
  // Those that others import are asked for too, or each would wait for the one before it.
  const [{ attachBox }] = await Promise.all(PARTS.map((name) => import(`./${name}.js`)));
  attachBox(form);
}

function visit() {
  const page = document.querySelector("[data-search-live]");
  if (page instanceof HTMLElement && !page.dataset.ready) {
    page.dataset.ready = "yes";
    import("./page.js").then(({ attachPage }) => attachPage(page));
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
