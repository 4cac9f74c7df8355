/* Addresses of passages.  One that was given up leads on to where its words are now.  A link that
   was copied here carries a short check of the words it was made for: where they have changed
   since, or stand at another address, the page says so. */
(() => {
  "use strict";

  const named = (hash, selector) =>
    hash.length > 1 &&
    [...document.querySelectorAll(selector)].find((one) => `#${one.id}` === hash);

  /** A line below a passage that says what became of it since its link was copied. */
  const tell = (passage, words) => {
    const line = document.createElement("p");
    line.className = "since";
    line.setAttribute("role", "status");
    line.textContent = words;
    passage.nextElementSibling.after(line);
  };

  const check = (query, moved) => {
    const wanted = query.get("w");
    if (!wanted) return;
    const passage = named(location.hash, "[data-check]");
    if (!passage || passage.parentElement.querySelector(".since")) return;
    if (passage.dataset.check !== wanted) {
      const earlier = passage.parentElement.querySelector(".earlier");
      tell(
        passage,
        `The words of this passage have changed since this link was copied.${earlier ? " The earlier wording is below." : ""}`,
      );
      if (earlier) earlier.open = true;
    } else if (moved) tell(passage, "This passage stood at another address when this link was copied.");
  };

  const follow = () => {
    const former = named(location.hash, ".former li[id]");
    const query = new URLSearchParams(location.search);
    const link = former && former.querySelector("a");
    if (!link) {
      if (former) former.closest("details").open = true;
      check(query, query.has("moved"));
      return;
    }
    const target = new URL(link.href);
    if (query.has("w")) target.search = new URLSearchParams({ w: query.get("w"), moved: "" });
    location.replace(target.href);
  };

  addEventListener("hashchange", follow);
  follow();
})();
