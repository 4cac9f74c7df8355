/* For pages with a citation: the script that adds the day of access and the buttons is
   loaded when a reader unfolds it. */
document
  .querySelector("details.cite")
  ?.addEventListener("toggle", () => import("./cited.js"), { once: true });
