/* Long lists.  A link to something that stands on another part of the list leads on to it.  A table
   is narrowed over all of its rows, which stand in files by year: those that can hold what is asked
   for are read, the newest first, until a page of rows is found; the next follow on demand.  What is
   asked for is kept in the address.  Without this script the parts are reached by year and letter. */
(() => {
  "use strict";

  const PAGE = 100;

  /* ---- Where an id stands ---- */

  const follow = async () => {
    const ways = document.querySelector("[data-places]");
    const id = siteAddress.decode(location.hash.slice(1));
    if (!ways || !id || siteAddress.target()) return;
    const files = Number(ways.dataset.places);
    let number = 0;
    for (const character of id) number = (number * 31 + character.codePointAt(0)) % 1000003;
    const answer = await fetch(`places/${number % files}.json`);
    const places = answer.ok ? await answer.json() : {};
    if (!Object.hasOwn(places, id)) return;
    const target = new URL(`../${places[id]}`, location.href);
    target.hash = id;
    location.replace(target.href);
  };
  addEventListener("hashchange", follow);
  follow();

  const form = document.querySelector("[data-pieces]");
  if (!form) return;

  /* ---- Rows as elements ---- */

  const address = (url) => form.dataset.root + url;
  const make = (name, attributes = {}, ...content) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...content.flat().filter((one) => one !== null && one !== "" && one !== false));
    return element;
  };
  const link = (url, text, attributes = {}) => make("a", { href: address(url), ...attributes }, text);
  const meta = (...content) => make("span", { class: "meta" }, ...content);
  const who = (one) => one && (one.url ? link(one.url, one.name, { class: "name" }) : one.name);
  const day = (one) => (one.iso ? make("time", { datetime: one.iso }, one.date) : make("span", { class: "day" }, one.date));
  const joined = (several, between, each) =>
    several.flatMap((one, n) => (n ? [between, each(one)] : [each(one)]));
  const pin = (id, label) => make("a", { class: "pin", href: `#${id}`, "aria-label": label }, "¶");
  const place = (one) => link(one.url, `${one.date}, ${one.place}`);

  const record = (one) =>
    make("p", { class: "record" }, one.text, " ", link(one.url, "Entry", { class: "more", "aria-label": "The entry of this comparison" }), " ",
      meta(one.basis, one.by_editors ? " Added by the editors. " : " ", joined(one.places, "; ", place)));

  const rows = {
    figures: (one) =>
      make("tr", { id: one.id },
        make("th", { scope: "row" }, make("span", { class: "amount" }, one.quote), one.normalised ? [" ", make("span", { class: "is" }, `= ${one.normalised}`)] : null, " ", pin(one.id, `Figure ${one.id}`)),
        make("td", {},
          link(one.url, [one.before, make("b", {}, one.quote), one.after], { class: "said" }),
          one.also.length ? make("p", { class: "meta" }, "Also stated in ", joined(one.also, "; ", place), ".") : null,
          one.indicators.length ? make("p", { class: "meta" }, joined(one.indicators, " · ", (it) => link(it.url, it.title))) : null,
          one.records.map(record)),
        make("td", { "data-th": "subject" }, one.subject ?? ""),
        make("td", { "data-th": "period" }, one.period ?? ""),
        make("td", { "data-th": "direction" }, one.direction ?? "", one.role ? [" ", meta(one.role)] : null),
        make("td", { "data-th": "said by" }, who(one.who), one.who && one.reported ? [" ", meta("reported")] : null),
        make("td", { "data-th": "briefing" }, day(one.briefing), " ", meta(one.place))),
    commitments: (one) =>
      make("li", { id: one.id },
        make("p", { class: "meta" }, link(one.url, day(one.briefing)), " · ", one.who ? who(one.who) : "speaker not named", " · ", make("span", { class: "badge" }, one.kind_words), " ", pin(one.id, "This announcement")),
        make("p", { class: "said" }, one.text),
        one.about.length || one.topics.length ? make("p", { class: "meta" }, "On ", joined([...one.about, ...one.topics], " · ", (it) => link(it.url, it.title))) : null,
        one.later.length
          ? make("details", { class: "more" },
              make("summary", {}, `${one.later.length > 1 ? "Later statements" : "A later statement"} on ${one.later_on}`),
              make("ul", { class: "both" }, one.later.map((it) =>
                make("li", {}, make("blockquote", { class: "said" }, make("p", {}, it.text)), make("p", { class: "meta" }, link(it.url, day(it.briefing)), ` · both name ${it.shared.join(", ")}`)))))
          : null),
    discrepancies: (one) =>
      make("li", { id: one.id, class: one.status },
        make("p", { class: "meta" }, make("span", { class: "badge" }, one.type), ` ${one.status_words} `, one.status === "found" ? [make("code", {}, one.found_by), " "] : null, pin(one.id, "This record")),
        make("p", { class: "told" }, one.text),
        make("ul", { class: "both" }, one.quotations.map((it) =>
          make("li", {}, make("blockquote", { class: "said" }, make("p", {}, it.text)),
            make("p", { class: "meta" }, link(it.url, it.passage ?? `line ${it.line}`), " · ", link(it.source.url, `source ${it.source.id}`), `, ${it.source.kind}`, it.source.quality ? [" ", make("span", { class: "badge quality" }, it.source.quality)] : null, ` · ${it.date}`)))),
        one.basis ? make("p", { class: "meta" }, one.basis) : null),
    formulas: (one) =>
      make("li", { id: `found-${one.id}` },
        make("p", {}, link(one.url, one.title)),
        make("p", { class: "said" }, one.text),
        make("p", { class: "meta" }, one.extent)),
  }[form.dataset.pieces];

  /* ---- What is asked for ---- */

  const list = document.querySelector("[data-rows], #figures-table tbody");
  const table = list.closest("table");
  const status = document.querySelector("[data-shown]");
  const more = document.querySelector("[data-more]");
  const first = [...list.children];
  const SEVERAL = new Set(["indicator", "source", "term", "topic"]);
  // What a column is sorted by; no value comes last, whichever way.
  const SORTS = {
    value: (row) => Number(row.value),
    subject: (row) => row.subject?.toLowerCase() || null,
    period: (row) => row.sort || null,
    direction: (row) => row.direction || null,
    speaker: (row) => row.who?.name.toLowerCase() || null,
    briefing: (row) => row.briefing.iso || null,
  };
  let index = null;
  let sort = "";
  let turn = 0;
  let found = null;

  const load = async (name) => {
    const answer = await fetch(`rows/${name}`);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  };

  const words = new WeakMap();
  const text = (value) =>
    value && typeof value === "object" ? Object.entries(value).filter(([key]) => !["url", "keys", "id"].includes(key)).map(([, one]) => text(one)).join(" ") : `${value ?? ""}`;
  const holds = (row, asked) => {
    if (!words.has(row)) {
      const said = row.quote === undefined ? "" : `${row.before}${row.quote}${row.after} `;
      words.set(row, (said + text(row)).toLocaleLowerCase());
    }
    return asked.every((word) => words.get(row).includes(word));
  };
  const fits = (row, asked) =>
    asked.facets.every(([name, value]) =>
      SEVERAL.has(name) ? (row.keys[name] ?? "").split(" ").includes(value) : row.keys[name] === value,
    ) && holds(row, asked.words);

  const wanted = () => {
    const entries = [...new FormData(form)].filter(([, value]) => value.trim());
    return {
      words: (form.elements.q.value.trim().toLocaleLowerCase().match(/\S+/g)) ?? [],
      facets: entries.filter(([name]) => name !== "q"),
    };
  };

  /** Files that can hold such rows: those that hold each value asked for. */
  const files = (asked) =>
    index.files.filter((_, n) =>
      asked.facets.every(([name, value]) =>
        index.facets.find((one) => one.name === name).options.some((one) => one.value === value && one.files.includes(n)),
      ),
    );

  /** Rows that fit, the newest file's first; a file is asked for while the one before is read. */
  async function* matching(asked) {
    const left = files(asked);
    let next = left.length ? load(left[0].path) : null;
    for (let n = 0; n < left.length; n += 1) {
      const here = await next;
      next = n + 1 < left.length ? load(left[n + 1].path) : null;
      next?.catch(() => {});
      for (const row of here.rows) if (fits(row, asked)) yield row;
    }
  }

  async function* sorted(asked) {
    const key = SORTS[sort.replace("-", "")];
    const all = [];
    for await (const row of matching(asked)) all.push(row);
    const keyed = all.map((row) => [key(row), row]);
    const known = keyed.filter(([one]) => one !== null);
    known.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0) * (sort.startsWith("-") ? -1 : 1));
    for (const [, row] of [...known, ...keyed.filter(([one]) => one === null)]) yield row;
  }

  /* ---- What is shown ---- */

  const number = (count) => count.toLocaleString("en-US");
  const tell = (shown, whole) => {
    const all = `${number(index.count)} ${index.count === 1 ? index.one : index.many}`;
    status.textContent = whole ? `${number(shown)} of ${all}` : `the first ${number(shown)} that fit, of ${all}`;
  };

  /** Shows the next rows of what was found. */
  const draw = async (mine) => {
    list.setAttribute("aria-busy", "true");
    more.hidden = true;
    try {
      const fresh = [];
      let done = false;
      while (fresh.length < PAGE && !done) {
        const step = await found.rows.next();
        if (mine !== turn) return;
        done = step.done;
        if (!done) fresh.push(rows(step.value));
      }
      found.shown += fresh.length;
      if (found.fresh) list.replaceChildren(...fresh);
      else list.append(...fresh);
      found.fresh = false;
      more.hidden = done;
      tell(found.shown, done);
    } catch {
      status.textContent = "The rows could not be read; all of them are listed by year.";
    } finally {
      if (mine === turn) list.removeAttribute("aria-busy");
    }
  };

  const ask = async () => {
    turn += 1;
    const mine = turn;
    const asked = wanted();
    mark();
    if (!asked.words.length && !asked.facets.length && !sort) {
      list.replaceChildren(...first);
      list.hidden = !first.length;
      list.removeAttribute("aria-busy");
      status.textContent = first.length ? `the newest ${number(first.length)} of ${number(index.count)} ${index.many}` : "";
      found = { rows: matching(asked), shown: 0, fresh: true };
      more.hidden = !first.length;
      return;
    }
    list.hidden = false;
    found = { rows: sort ? sorted(asked) : matching(asked), shown: 0, fresh: true };
    await draw(mine);
  };

  const mark = () => {
    for (const head of table?.querySelectorAll("th[data-sort]") ?? []) {
      const here = sort.replace("-", "") === head.dataset.sort;
      if (here) head.setAttribute("aria-sort", sort.startsWith("-") ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
  };

  /* ---- The address ---- */

  const write = (state) => {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
    if (sort) query.set("sort", sort);
    const url = siteAddress.withQuery(query, "");
    if (url !== location.href) history[state](history.state, "", url);
  };
  const read = () => {
    for (const field of form.elements) {
      if (!field.name) continue;
      field.value = siteAddress.param(field.name);
      // A value that the table has none of asks for nothing.
      if (field.selectedIndex === -1) field.value = "";
    }
    sort = siteAddress.param("sort");
    if (!Object.hasOwn(SORTS, sort.replace("-", "")) || !table) sort = "";
    return ask();
  };

  /* ---- Begin ---- */

  const fill = () => {
    for (const select of form.querySelectorAll("select")) {
      const facet = index.facets.find((one) => one.name === select.name);
      if (facet) select.append(...facet.options.map((one) => make("option", { value: one.value }, `${one.title} (${number(one.count)})`)));
      else select.closest("label").remove();
    }
  };

  const begin = async () => {
    try {
      index = await load("index.json");
    } catch {
      return;
    }
    fill();
    for (const head of table?.querySelectorAll("th[data-sort]") ?? []) {
      const button = make("button", { type: "button" });
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const id = head.dataset.sort;
        sort = sort === id ? `-${id}` : sort === `-${id}` ? "" : id;
        write("pushState");
        ask();
      });
    }
    let waiting = 0;
    form.addEventListener("input", (event) => {
      const typed = event.target.name === "q";
      write(typed ? "replaceState" : "pushState");
      clearTimeout(waiting);
      waiting = setTimeout(ask, typed ? 200 : 0);
    });
    form.addEventListener("reset", () =>
      setTimeout(() => {
        sort = "";
        write("pushState");
        ask();
      }),
    );
    form.addEventListener("submit", (event) => event.preventDefault());
    more.addEventListener("click", () => draw(turn));
    addEventListener("popstate", read);
    form.hidden = false;
    await read();
  };
  begin();
})();
