/* The annotation layer of the reading page: marks open what they tell in a pop-over, layers are
   switched off and on, notes stand beside their words and, on paper, at the end.  Without this
   script a mark is a link to the page that tells the same, and notes unfold under their passage. */
(() => {
  "use strict";

  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /* ---- Pop-overs ---- */

  const NAMED = { speakers: "person", outlets: "outlet" };
  const OPEN_AFTER = 350;
  const CLOSE_AFTER = 250;

  /** What a mark opens: its id is the mark's kind and the last part of its address. */
  const told = (mark) => {
    const url = new URL(mark.href);
    const path = url.pathname.split("/").filter(Boolean);
    const last = url.hash ? siteAddress.decode(url.hash.slice(1)) : siteAddress.decode(path.at(-1) ?? "");
    const kind = ["figure", "term", "person"].find((one) => mark.classList.contains(one));
    return byId(`${kind ?? NAMED[path.at(-2)]}-${last}`);
  };

  const openers = new WeakMap();
  let timer = 0;

  /** A title, a way out and a way on; made when a pop-over is first needed. */
  const fit = (pop, mark) => {
    pop.setAttribute("role", "dialog");
    pop.setAttribute("aria-label", pop.querySelector("b").textContent);
    pop.tabIndex = -1;
    if (!pop.querySelector(".actions")) {
      const actions = document.createElement("p");
      actions.className = "actions";
      const more = document.createElement("a");
      more.className = "action";
      more.textContent = mark.classList.contains("figure") ? "In the table of figures" : "More";
      const close = document.createElement("button");
      close.type = "button";
      close.className = "action";
      close.textContent = "Close";
      close.addEventListener("click", () => pop.hidePopover());
      actions.append(more, close);
      pop.append(actions);
      pop.addEventListener("toggle", (event) => {
        const opener = openers.get(pop);
        if (event.newState === "open" || pop.matches(":popover-open")) return;
        opener.setAttribute("aria-expanded", "false");
        // Where a click gives a link no focus, the platform has none to give back.
        if (document.activeElement === document.body && pop.dataset.chosen) opener.focus();
      });
      pop.addEventListener("pointerenter", () => clearTimeout(timer));
      pop.addEventListener("pointerleave", leave);
    }
    pop.querySelector(".actions a").href = mark.href;
  };

  /** Below the mark, or above it where there is no room below; always within the window. */
  const place = (pop, mark) => {
    const boxes = [...mark.getClientRects()];
    const first = boxes[0];
    const last = boxes.at(-1);
    const width = pop.offsetWidth;
    const height = pop.offsetHeight;
    const left = Math.max(8, Math.min(last.left, root.clientWidth - width - 8));
    const below = last.bottom + 6 + height <= innerHeight || first.top - 6 < height;
    pop.style.left = `${left + scrollX}px`;
    pop.style.top = `${(below ? last.bottom + 6 : first.top - 6 - height) + scrollY}px`;
  };

  const open = (mark, chosen) => {
    const pop = told(mark);
    if (!pop) return false;
    clearTimeout(timer);
    if (!pop.matches(":popover-open")) {
      fit(pop, mark);
      pop.showPopover();
    }
    const before = openers.get(pop);
    if (before && before !== mark) before.setAttribute("aria-expanded", "false");
    openers.set(pop, mark);
    pop.dataset.chosen = chosen ? "yes" : "";
    mark.setAttribute("aria-expanded", "true");
    place(pop, mark);
    if (chosen) pop.focus({ preventScroll: true });
    return true;
  };

  const leave = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const pop = document.querySelector(".pops > :popover-open");
      if (pop && !pop.dataset.chosen && !pop.contains(document.activeElement)) pop.hidePopover();
    }, CLOSE_AFTER);
  };

  const MARKS = ".passage :is(a.figure, a.term, a.person), .flow a.name";
  const marks = all(MARKS).filter(told);

  const popovers = () => {
    const known = new Set(marks);
    for (const mark of marks) {
      mark.setAttribute("aria-haspopup", "dialog");
      mark.setAttribute("aria-expanded", "false");
    }
    const markAt = (event) => {
      const mark = event.target instanceof Element && event.target.closest(MARKS);
      return mark && known.has(mark) && mark.hasAttribute("href") ? mark : null;
    };
    // A press on the mark of an open pop-over closes it; the click that follows opens it no more.
    let closing = null;
    document.addEventListener(
      "pointerdown",
      (event) => {
        const mark = markAt(event);
        const pop = mark && told(mark);
        closing = pop?.matches(":popover-open") && pop.dataset.chosen && openers.get(pop) === mark ? mark : null;
      },
      true,
    );
    document.addEventListener("click", (event) => {
      const mark = markAt(event);
      if (mark && mark === closing && event.detail) {
        event.preventDefault();
        return;
      }
      if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      if (open(mark, true)) event.preventDefault();
    });
    document.addEventListener("pointerover", (event) => {
      const mark = event.pointerType === "mouse" && markAt(event);
      if (!mark) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (!document.querySelector(":popover-open")) open(mark, false);
      }, OPEN_AFTER);
      mark.addEventListener("pointerleave", leave, { once: true });
    });
  };

  /* ---- Layers ---- */

  const KEY = "layers-off";
  const SELECTORS = {
    figure: ".passage a.figure",
    term: ".passage a.term",
    person: ".passage a.person",
  };

  /** A mark of a layer that is off is no link and no stop of the keyboard. */
  const link = (mark, on) => {
    if (on && mark.dataset.href) {
      mark.setAttribute("href", mark.dataset.href);
      delete mark.dataset.href;
    } else if (!on && mark.hasAttribute("href")) {
      mark.dataset.href = mark.getAttribute("href");
      mark.removeAttribute("href");
    }
    for (const name of ["aria-haspopup", "aria-expanded"])
      if (!on) mark.removeAttribute(name);
      else if (marks.includes(mark)) mark.setAttribute(name, name === "aria-haspopup" ? "dialog" : "false");
  };

  const layers = () => {
    const group = document.querySelector(".layers");
    if (!group) return;
    const off = new Set(__md_get(KEY) ?? []);
    const show = (button, changed) => {
      const layer = button.dataset.layer;
      const on = !off.has(layer);
      button.setAttribute("aria-pressed", String(on));
      root.classList.toggle(`off-${layer}`, !on);
      if (changed || !on) for (const mark of all(SELECTORS[layer] ?? ":not(*)")) link(mark, on);
    };
    for (const button of all("button", group)) {
      show(button, false);
      button.addEventListener("click", () => {
        const layer = button.dataset.layer;
        if (!off.delete(layer)) off.add(layer);
        __md_set(KEY, [...off].sort());
        show(button, true);
        arrange();
      });
    }
    group.hidden = false;
  };

  /* ---- Notes ---- */

  const notes = all(".sidenote");
  const wide = matchMedia("screen and (min-width: 76.25em)");
  const GAP = 10;

  /** The number in the text that a note belongs to. */
  const numberOf = (note) => siteAddress.target(note.querySelector(".n").hash);

  /** Notes stand at the height of their words, none over another. */
  const arrange = () => {
    if (!wide.matches) {
      for (const note of notes) note.style.top = "";
      return;
    }
    const tops = notes.map((note) => {
      const number = numberOf(note).getBoundingClientRect();
      const passage = note.parentElement.getBoundingClientRect();
      const tools = note.parentElement.querySelector(".tools").offsetHeight;
      return { note, passage: passage.top, want: Math.max(number.top - 4, passage.top + tools), height: note.offsetHeight };
    });
    let free = -Infinity;
    for (const { note, passage, want, height } of tops) {
      if (!height) continue;
      const top = Math.max(want, free);
      note.style.top = `${top - passage}px`;
      free = top + height + GAP;
    }
  };

  /** On paper the notes stand at the end, in order. */
  const printing = () => {
    const home = new Map();
    let end = null;
    const move = () => {
      if (end || !notes.length) return;
      end = document.createElement("section");
      end.className = "endnotes";
      const title = document.createElement("h2");
      title.textContent = "Notes";
      end.append(title);
      for (const note of notes) {
        home.set(note, [note.parentElement, note.nextSibling]);
        note.open = true;
      }
      for (const note of notes) end.append(note);
      const credits = all(".credits, .witness").at(-1);
      (credits ?? all(".flow").at(-1)).after(end);
    };
    const back = () => {
      if (!end) return;
      for (const note of [...notes].reverse()) {
        const [passage, next] = home.get(note);
        passage.insertBefore(note, next);
        note.open = false;
      }
      end.remove();
      end = null;
    };
    addEventListener("beforeprint", move);
    addEventListener("afterprint", back);
    const paper = matchMedia("print");
    paper.addEventListener("change", () => (paper.matches ? move() : back()));
    if (paper.matches) move();
  };

  popovers();
  layers();
  arrange();
  printing();
  wide.addEventListener("change", arrange);
  addEventListener("load", arrange);
  new ResizeObserver(arrange).observe(document.querySelector(".md-content"));
})();
