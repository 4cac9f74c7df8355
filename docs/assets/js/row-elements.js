/* Creates rows of long tables as elements, the same as those made by the build. */
import * as words from "../interface/rows.js";

/** @import { Briefing, Comparison, Link, Place, Row, Rows, Run, Text, Who } from "../../../types/rows" */

/** @typedef {Node | string | null} Piece */

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} attributes
 * @param {(Piece | Piece[])[]} content
 * @returns {HTMLElementTagNameMap[Name]}
 */
export const make = (name, attributes = {}, ...content) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content.flat().filter((one) => one !== null).filter((one) => one !== ""));
  return element;
};

/** @param {(Piece | Piece[])[]} content */
const meta = (...content) => make("span", { class: "meta" }, ...content);

/** @param {Briefing} briefing */
const day = ({ iso, date }) =>
  iso ? make("time", { datetime: iso }, date) : make("span", { class: "day" }, date);

/** @param {string} grade */
const quality = (grade) => make("span", { class: "badge quality" }, grade);

/**
 * @template T
 * @param {T[]} several
 * @param {string} between
 * @param {(one: T) => Node} each
 * @returns {(Node | string)[]}
 */
const joined = (several, between, each) =>
  several.flatMap((one, n) => (n ? [between, each(one)] : [each(one)]));

/**
 * @param {string} id
 * @param {string} label
 */
const pin = (id, label) => make("a", { class: "pin", href: `#${id}`, "aria-label": label }, "¶");

/**
 * A function that draws a row of a table.
 * @param {keyof Rows} table
 * @param {string} root of the site, as the page reaches it
 * @returns {(row: Row) => HTMLElement}
 */
export const drawing = (table, root) => {
  /**
   * @param {string} url
   * @param {Piece | Piece[]} text
   */
  const link = (url, text, attributes = {}) => make("a", { href: root + url, ...attributes }, text);
  /** @param {Who | null} one */
  const who = (one) => (one?.url ? link(one.url, one.name, { class: "name" }) : one?.name ?? null);
  /** @param {Place} one */
  const place = (one) => make("span", {}, link(one.url, one.place), one.warned ? [" ", quality(one.warned)] : null);
  /** @param {Text} one */
  const text = (one) =>
    make("span", { class: "whose" }, link(one.url, one.name), one.publisher ? `, ${one.publisher}` : null,
      one.quality ? (one.by_machine ? [" ", quality(one.quality)] : `, ${one.quality}`) : null);
  /**
   * The text, with the briefing's day unless its name includes that.
   * @param {{briefing: Briefing, of: Text}} one
   */
  const dated = (one) => [one.of.name.includes(one.briefing.date) ? null : [day(one.briefing), " · "], text(one.of)].flat();
  /** @param {{briefing: Briefing, of: Text, url: string, line: string}} one */
  const line = (one) => [...dated(one), " · ", link(one.url, one.line)];
  /** @param {Run} one */
  const run = (one) => (one.url ? link(one.url, one.text) : one.text);
  /** @param {Link} one */
  const titled = (one) => link(one.url, one.title);

  /** @param {Comparison} one */
  const record = (one) =>
    make("p", { class: "record" }, one.text, " ", link(one.url, words.entry, { class: "more", "aria-label": words.entryOf }), " ",
      meta("· ", one.basis.map(run), one.places.length ? "; " : null, joined(one.places, "; ", place), one.by_editors ? `. ${words.added}` : null));

  /** @type {{[Name in keyof Rows]: (row: Rows[Name]) => HTMLElement}} */
  const tables = {
    figures: (one) =>
      make("tr", { id: one.id },
        make("th", { scope: "row" }, one.comparator ? [make("span", { class: "is" }, one.comparator), " "] : null, make("span", { class: "amount" }, one.quote), one.beside ? [" ", make("span", { class: "is" }, one.beside)] : null, " ", pin(one.id, words.thisNumber)),
        make("td", {},
          link(one.url, [one.before, make("b", {}, one.quote), one.after], { class: "said" }),
          one.also.length ? make("p", { class: "meta" }, words.alsoStated({ places: joined(one.also, "; ", place) })) : null,
          one.doubts ? make("p", { class: "meta" }, words.doubts({ doubts: one.doubts })) : null,
          one.indicators.length ? make("p", { class: "meta" }, joined(one.indicators, " · ", titled)) : null,
          one.records.map(record)),
        make("td", {}, one.subject),
        make("td", {}, one.period),
        make("td", {}, one.direction, one.role ? [" ", meta(one.role)] : null),
        make("td", {}, who(one.who), one.who && one.reported ? [" ", meta(words.reported)] : null),
        make("td", {}, meta(...dated(one)))),
    commitments: (one) =>
      make("li", { id: one.id },
        make("p", { class: "meta" }, one.who ? who(one.who) : words.nobodyNamed, one.kind_words ? [" · ", make("span", { class: "badge" }, one.kind_words)] : null, one.says.length ? ` · ${one.says.join(", ")}` : null, " · ", line(one), " ", pin(one.id, words.thisAnnouncement)),
        make("p", { class: "said" }, one.text),
        one.about.length || one.topics.length ? make("p", { class: "meta" }, words.on({ subjects: joined([...one.about, ...one.topics], " · ", titled) })) : null,
        one.later.length
          ? make("details", { class: "more" },
              make("summary", {}, (one.later.length > 1 ? words.later : words.laterOnce)({ subject: one.later_on })),
              make("ul", { class: "both" }, one.later.map((it) =>
                make("li", {}, make("blockquote", { class: "said" }, make("p", {}, it.text)), make("p", { class: "meta" }, line(it), ` · ${words.bothName({ words: it.shared.join(", ") })}`)))))
          : null),
    discrepancies: (one) =>
      make("li", { id: one.id, class: one.status },
        make("p", { class: "head" }, one.title, " ", pin(one.id, words.thisDifference)),
        make("p", { class: "told" }, one.text),
        make("ul", { class: "both" }, one.quotations.map((it) =>
          make("li", {}, make("p", { class: "meta" }, text(it.of), " · ", link(it.url, it.line)),
            make("blockquote", { class: "said" }, make("p", {}, it.text))))),
        one.takeaway ? make("p", { class: "ruling" }, make("b", {}, words.takeaway), ` ${one.takeaway}`) : null,
        one.reason ? make("p", { class: "ruling" }, make("b", {}, words.reason), ` ${one.reason}`) : null,
        make("p", { class: "meta" }, make("span", { class: "badge" }, one.type), ` ${one.status_words}`, one.signed ? ` (${one.signed})` : null, "."),
        one.basis.length ? make("details", { class: "more" }, make("summary", {}, words.basis), make("p", { class: "meta" }, one.basis.map(run))) : null),
    formulas: (one) =>
      make("li", { id: `found-${one.id}` },
        make("p", {}, link(one.url, one.title)),
        make("p", { class: "said" }, one.text),
        make("p", { class: "meta" }, one.extent, " · ", words.lastSaid({ text: text(one.of) }))),
  };
  return /** @type {(row: Row) => HTMLElement} */ (tables[table]);
};
