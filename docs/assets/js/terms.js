/* The list of terms is narrowed while a reader types or chooses. */
(() => {
  "use strict";

  const form = document.querySelector("[data-narrow=terms]");
  const list = document.getElementById("terms");
  const entries = [...list.querySelectorAll("li")].map((item) => ({
    item,
    words: item.textContent.toLocaleLowerCase(),
  }));
  const status = form.querySelector("[role=status]");

  const narrow = () => {
    const asked = new FormData(form);
    const words = asked.get("q").toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const entry of entries) {
      const fits =
        words.every((word) => entry.words.includes(word)) &&
        (!asked.get("kind") || entry.item.dataset.kind === asked.get("kind")) &&
        (!asked.get("gone") || entry.item.dataset.gone);
      entry.item.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const section of list.querySelectorAll("section"))
      section.hidden = !section.querySelector("li:not([hidden])");
    status.textContent = shown === entries.length ? "" : `${shown} of ${entries.length} terms`;
  };

  form.hidden = false;
  form.addEventListener("input", narrow);
  form.addEventListener("submit", (event) => event.preventDefault());
})();
