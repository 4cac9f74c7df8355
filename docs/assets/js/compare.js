/* Comparisons and ledgers: what is narrowed is counted and kept in the address, and a link into a
   folded or hidden place opens it.  Without this script all of it is on the page, unnarrowed. */
(() => {
  "use strict";

  const status = document.querySelector("[data-shown]");

  /** The state in the address, so that a link brings the same view. */
  const keep = (entries) => {
    const query = new URLSearchParams(entries.filter(([, value]) => value));
    history.replaceState(history.state, "", siteAddress.withQuery(query));
  };

  /** Shows the target of the address, whatever hides it. */
  const reveal = (show) => {
    const target = siteAddress.target();
    if (!target) return;
    const fold = target.closest("details");
    if (fold) fold.open = true;
    if (!target.checkVisibility()) show();
    target.scrollIntoView();
  };

  const compare = (choice) => {
    const radios = [...choice.querySelectorAll("input")];
    const rows = [...document.querySelectorAll(".row")];
    const tell = () => {
      const shown = rows.filter((row) => row.checkVisibility()).length;
      status.textContent = shown === rows.length ? "" : `${shown} of ${rows.length} rows`;
    };
    const choose = (value) => {
      const radio = radios.find((one) => one.value === value) ?? radios[0];
      radio.checked = true;
      tell();
    };
    choice.addEventListener("change", () => {
      tell();
      keep([["show", radios.find((one) => one.checked).value]]);
    });
    choose(siteAddress.param("show"));
    const all = () => choose("");
    addEventListener("hashchange", () => reveal(all));
    reveal(all);
  };

  const narrow = (form) => {
    const list = document.querySelector("[data-rows]");
    const rows = [...list.children].map((element) => ({
      element,
      words: element.textContent.toLocaleLowerCase(),
    }));
    const fields = [...form.elements].filter((field) => field.name);
    const ask = () => {
      let shown = 0;
      for (const { element, words } of rows) {
        const fits = fields.every((field) => {
          const wanted = field.value.trim();
          if (!wanted) return true;
          if (field.name === "q")
            return wanted.toLocaleLowerCase().split(/\s+/).every((word) => words.includes(word));
          return (element.dataset[field.name] ?? "").split(" ").includes(wanted) || element.dataset[field.name] === wanted;
        });
        element.hidden = !fits;
        shown += fits;
      }
      const { one, many } = list.dataset;
      const of = shown < rows.length ? `${shown} of ${rows.length}` : `${rows.length}`;
      status.textContent = `${of} ${rows.length === 1 ? one : many}`;
    };
    const write = () => keep(fields.map((field) => [field.name, field.value.trim()]));
    for (const field of fields) field.value = siteAddress.param(field.name);
    form.addEventListener("input", () => {
      ask();
      write();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    const clear = () => {
      for (const field of fields) field.value = "";
      ask();
      write();
    };
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      clear();
    });
    form.hidden = false;
    ask();
    addEventListener("hashchange", () => reveal(clear));
    reveal(clear);
  };

  const choice = document.querySelector("[data-show]");
  if (choice) compare(choice);
  const form = document.querySelector("[data-narrow]");
  if (form) narrow(form);
})();
