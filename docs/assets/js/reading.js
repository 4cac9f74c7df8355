/* The reading page: a passage's address is copied where it is clicked, and the passage can then be
   cited, looked up in its source or reported.  Without this script the links still lead there. */
(() => {
  "use strict";

  const byId = (id) => document.getElementById(id);
  const originals = new WeakMap();
  let chosen = null;

  /** The address of a passage: the canonical one where the page has it. */
  const address = (id) => {
    const canonical = document.querySelector("link[rel=canonical]");
    const url = new URL(canonical ? canonical.href : location.href);
    url.search = "";
    url.hash = id;
    return url.href;
  };

  /** The address that is copied: it carries a check of the words, so that a change can be told. */
  const link = (passage) => {
    const url = new URL(address(passage.id));
    url.searchParams.set("w", passage.dataset.check);
    return url.href;
  };

  /** What a citation says of a passage. */
  const facts = (passage) => {
    const source = passage.parentElement.querySelector(".src");
    const turn = passage.closest("[data-speaker]");
    return {
      speaker: turn ? turn.dataset.speaker : "",
      passage: passage.id,
      source: passage.closest("[data-source]").dataset.source,
      lines: source.textContent,
      url: address(passage.id),
    };
  };

  const fill = (text, values, plain) =>
    text.replace(/\[\[(\w+)\]\]/g, (_, name) =>
      plain || name === "url" || name === "passage" ? values[name] : values[name].replace(/[&%$#_{}]/g, "\\$&"),
    );

  /** Shows the citations of a passage, or of the page where none is chosen. */
  const cite = (passage) => {
    const values = passage && facts(passage);
    byId("cite-title").textContent = passage ? `Cite passage ${passage.id}` : "Cite this page";
    for (const form of document.querySelectorAll("#cite pre")) {
      if (!originals.has(form)) originals.set(form, form.textContent);
      const format = form.closest(".form").querySelector("h3").textContent;
      form.textContent = passage
        ? withoutAuthor(fill(form.dataset.passage, values, format !== "BibTeX"), values.speaker)
        : originals.get(form);
    }
  };

  /** A passage whose speaker is not known is cited without one. */
  const withoutAuthor = (text, speaker) =>
    speaker ? text : text.replace(/^\. |^ {2}author = \{\{\}\},\n|^AU {2}- \n/m, "");

  /* ---- Reports and suggestions: forms filled in with the passage and the words meant ---- */

  const LONGEST_QUOTE = 1000;
  const CONTEXT = 4;
  const fold = (text) => text.replace(/\s+/g, " ").trim();

  /** The words that are selected within one passage, or null. */
  const selected = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0).cloneRange();
    const within = range.startContainer;
    const passage = (within instanceof Element ? within : within.parentElement).closest(".passage > p[id]");
    if (!passage) return null;
    if (!passage.contains(range.endContainer)) {
      // A triple click selects up to the next block, without a word of another passage.
      const beyond = range.cloneRange();
      beyond.setStartAfter(passage);
      if ([...beyond.cloneContents().querySelectorAll("p[id]")].some((one) => one.textContent)) return null;
      range.setEnd(passage, passage.childNodes.length);
    }
    const quote = fold(range.toString());
    if (!quote || quote.length > LONGEST_QUOTE) return null;
    const before = document.createRange();
    before.setStart(passage, 0);
    before.setEnd(range.startContainer, range.startOffset);
    return { passage, quote, at: before.toString().length };
  };

  /** Which of several: the words before and after, as a text fragment has them (`:~:text=`). */
  const directive = ({ passage, quote, at }) => {
    const text = fold(passage.textContent);
    if (text.split(quote).length <= 2) return "";
    const start = text.indexOf(quote, Math.max(0, fold(passage.textContent.slice(0, at)).length - 1));
    if (start < 0) return "";
    const encode = (words) => encodeURIComponent(words).replace(/-/g, "%2D");
    const prefix = text.slice(0, start).trim().split(" ").slice(-CONTEXT).join(" ");
    const suffix = text.slice(start + quote.length).trim().split(" ").slice(0, CONTEXT).join(" ");
    return `:~:text=${prefix ? `${encode(prefix)}-,` : ""}${encode(quote)}${suffix ? `,-${encode(suffix)}` : ""}`;
  };

  /** What was selected last; a click on a tool takes the selection away, but not what it was. */
  let marked = null;
  document.addEventListener("selectionchange", () => {
    marked = selected() ?? marked;
  });
  document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest?.(".pin, #passage-tools, [data-report], [data-suggest]")) marked = null;
  });

  /** The form's address with the passage and, where some of its words are selected, these. */
  const filled = (link, passage, words) => {
    const url = new URL(link.href);
    const asked = url.searchParams;
    const about = asked.get("about");
    if (about !== null) {
      asked.set("about", `${about.replace(/#.*/, "")}#${passage.id}`);
      return url.href;
    }
    asked.set("title", `${(asked.get("title") ?? "").replace(/ #\S+$/, "")} #${passage.id}`);
    asked.set("passage", address(passage.id) + (words ? directive(words) : ""));
    if (words) asked.set("quote", words.quote);
    else asked.delete("quote");
    return url.href;
  };

  const FORMS = "[data-report], [data-suggest]";
  const fillForms = (passage) => {
    const words = marked?.passage === passage ? marked : null;
    for (const link of document.querySelectorAll(FORMS)) link.href = filled(link, passage, words);
  };

  const choose = async (passage) => {
    chosen = passage;
    const tools = byId("passage-tools");
    const source = tools.querySelector("[data-do=source]");
    const from = passage.parentElement.querySelector(".src");
    source.href = from.href;
    source.textContent = `Source, ${from.textContent}`;
    fillForms(passage);
    tools.showPopover();
    let said = "Address:";
    try {
      await navigator.clipboard.writeText(link(passage));
      said = "Address copied:";
    } catch {
      /* Not allowed here: the address is shown to be copied by hand. */
    }
    tools.querySelector(".state").textContent = `${said} ${link(passage)}`;
  };

  const copyButtons = () => {
    for (const head of document.querySelectorAll("#cite h3")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "action copy";
      button.textContent = "Copy";
      button.setAttribute("aria-label", `Copy ${head.textContent}`);
      head.after(button);
    }
  };

  document.addEventListener("click", async (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const pin = target?.closest(".passage .pin");
    if (pin && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      const at = scrollY;
      location.hash = pin.hash;
      // The passage is in view already; and focus comes back here when the choice is closed.
      scrollTo({ top: at, behavior: "instant" });
      pin.focus({ preventScroll: true });
      choose(siteAddress.target(pin.hash));
      return;
    }
    // From the head of the page: words that are selected say which passage is meant.
    if (target?.closest(FORMS) && marked && !target.closest("#passage-tools")) fillForms(marked.passage);
    if (target?.closest("[popovertarget=cite]:not([popovertargetaction])")) cite(null);
    if (target?.closest("[data-do=cite]") && chosen) {
      cite(chosen);
      byId("passage-tools").hidePopover();
      byId("cite").showPopover();
    }
    const copy = target?.closest(".copy");
    if (copy) {
      const form = copy.closest(".form").querySelector("pre");
      try {
        await navigator.clipboard.writeText(form.textContent);
        copy.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(form);
      }
    }
  });

  /* The contents show where the reader is. */
  const follow = () => {
    const links = new Map(
      [...document.querySelectorAll(".contents a[href^='#']")].map((link) => [siteAddress.decode(link.hash.slice(1)), link]),
    );
    const seen = new Set();
    const order = [...links.keys()].filter(byId);
    const watch = new IntersectionObserver(
      (entries) => {
        for (const entry of entries)
          entry.isIntersecting ? seen.add(entry.target.id) : seen.delete(entry.target.id);
        const now = order.filter((id) => seen.has(id)).pop();
        if (!now) return;
        for (const [id, link] of links)
          id === now ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
      },
      { rootMargin: "-15% 0px -75% 0px" },
    );
    for (const id of order) watch.observe(byId(id));
  };

  copyButtons();
  follow();
})();
