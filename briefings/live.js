/* Put into pages by the server of `serve` only: shows problems, and the page anew once it is built. */
"use strict";
(() => {
  const script = document.currentScript;
  const build = Number(script.dataset.build);
  const made = (tag, text = "") => {
    const element = document.createElement(tag);
    element.textContent = text;
    return element;
  };
  const sheet = made("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL("live.css", script.src).pathname;
  document.head.append(sheet);

  const panel = made("aside");
  panel.id = "live-problems";
  panel.hidden = true;
  panel.setAttribute("role", "status");
  panel.setAttribute("aria-label", "Problems of the last build");
  document.body.append(panel);

  const show = ({ errors, problems, note }) => {
    panel.hidden = !problems.length && !note;
    panel.classList.toggle("fails", errors > 0);
    const head = made("p");
    const count = (number, one) => `${number} ${one}${number === 1 ? "" : "s"}`;
    const said = errors
      ? `${count(errors, "error")}: this is the last good site`
      : count(problems.length, "warning");
    head.append(made("strong", problems.length ? said : ""), " ");
    if (note) head.append(made("span", note), " ");
    const close = made("button", "Close");
    close.type = "button";
    close.addEventListener("click", () => {
      panel.hidden = true;
    });
    head.append(close);
    const list = made("ol");
    for (const one of problems) {
      const item = made("li");
      item.className = one.severity;
      item.append(made("code", one.place), ` ${one.message} `, made("em", one.hint));
      list.append(item);
    }
    panel.replaceChildren(head, list);
  };

  new EventSource(new URL("events", script.src).pathname).addEventListener("message", (event) => {
    const state = JSON.parse(event.data);
    if (state.build > build) location.reload();
    else show(state);
  });
})();
