// The part of the search on every page.  The rest, and all data, are loaded when a reader
// focuses a search box, opens the search page, or follows a hit to its passage.

const BOXES = "form[role=search]";
const find = () => import("./find.js");

/** @param {HTMLFormElement} form */
async function attach(form) {
  // On the search page the hits of its own box stand in the page.
  if (form.dataset.ready || form.matches("[data-search-form]")) return;
  form.dataset.ready = "yes";
  const { attachBox } = await find();
  attachBox(form);
}

function visit() {
  const page = document.querySelector("[data-search-live]");
  if (page instanceof HTMLElement) {
    find().then(({ attachPage }) => attachPage(page)).catch((error) => {
      console.error(error);
      document.querySelector("[data-search-fallback]")?.classList.add("needed");
    });
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

visit();
