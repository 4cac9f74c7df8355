/* Runs a classic script of the site in a global scope of its own, with what the test puts there. */
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";

const FOLDER = new URL("../../docs/assets/js/", import.meta.url);

export const run = (name, scope) => {
  runInNewContext(readFileSync(new URL(name, FOLDER), "utf8"), scope);
  return scope;
};

/* An element that the script may test by its class, with the properties given. */
export class Element {
  constructor(properties = {}) {
    Object.assign(this, properties);
  }
}
