/* What the modules of the search hand to one another. */

/** A word of a text, from `start` to `end`; an extra one stands for a stretch written otherwise. */
export interface Span {
  word: string;
  start: number;
  end: number;
  extra: boolean;
}

export type Kind =
  "word" | "number" | "spelling" | "compound" | "typo" | "synonym" | "family" | "prefix";

/** Words that may stand for some of those typed: its slots stand side by side. */
export interface Option {
  kind: Kind;
  slots: string[][];
  /** The numbers of the words that it stands for. */
  covers: number[];
  weight: number;
  label: string;
  from: string;
  /** Whether it holds several forms of one word. */
  forms?: boolean;
  /** Whether it means the same as words that stand in the texts themselves. */
  beside?: boolean;
  /** Whether some record holds it. */
  found?: boolean;
}

export interface Unit extends Span {
  n: number;
  typed: string;
  stop: boolean;
  options: Option[];
}

export interface Expanded {
  units: Unit[];
  options: Option[];
}

/** What can be switched off. */
export interface Proposal {
  key: string;
  kind: Kind | "form";
  label: string;
  from: string;
}

export interface Query {
  cut: boolean;
  words: string[];
  phrases: string[][];
  without: string[][];
  /** The text after the colon, and whether it is excluded. */
  fields: [facet: Facet, said: string, not: boolean][];
  open: boolean;
  plain: string;
}

/** Label, id, other names; or the label alone. */
export type Value = string[];
export type Filters = Record<string, string[]>;

/** What is searched, as the address of the search page holds it. */
export interface State {
  typed: string;
  filters: Filters;
  off: Set<string>;
  sort: string;
  enough?: number;
}

/** What is shown of a record; what it has not is left out (`search_index.py`, `_shown`). */
export interface Hit {
  url: string;
  kind: string;
  title?: string;
  text?: string;
  date?: string;
  role?: string;
  names?: string[];
  figures?: string[];
  speakers?: [name: string, id: string][];
  outlet?: [name: string, id: string];
  also?: [where: string, url: string][];
  briefing?: [title: string, slug: string];
  from?: From;
  card?: Card;
  /** Numbers that are sure to be read rightly. */
  counted?: [value: string, subject: string, unit: string, period: string, start: string, end: string][];
}

/** The text that speaks: its name, its page, how good it is; 1 where its words are a machine's, and
 *  where it is an article. */
export type From = [name: string, url: string, quality: string, byMachine: number, reports: number];

/** One value of an indicator, as `briefings/publish/search_record.py` has it. */
export interface Statement {
  value: string;
  period?: string;
  start?: string;
  end?: string;
  told?: string;
  speaker?: string;
  of: From;
  url: string;
  against: [value: string, from: From, url: string][];
  disputes?: [title: string, url: string][];
  /** Beside what another briefing says. */
  related?: [title: string, url: string][];
}

export interface Card {
  kind: string;
  unit: string;
  names: string[];
  of: number;
  /** The newest first. */
  statements: Statement[];
}

/** What a card is chosen from. */
export type Candidate = Pick<Hit, "url" | "title" | "card">;

/** What answers a question: the indicator, and its statements, the best first. */
export interface Answer {
  hit: Candidate;
  statements: Statement[];
}

/** What sorts of number a query asks for. */
export interface Asks {
  length: boolean;
  many: boolean;
  share: boolean;
  moved: boolean;
}

/** A date in a text, as far as it is given: "2023-10-24", "2023-10". */
export interface Dated {
  date: string;
  start: number;
  end: number;
}

/** The places of a word in a record, which is known by its number in its part. */
export interface Entry {
  id: number;
  at: number[];
}

/** Where the zones of a record begin, in words from its title on. */
export interface Zone {
  text: number;
  extra: number;
  context: number;
  aside: boolean;
  /** Whether another text of its briefing is the primary one. */
  secondary: boolean;
  /** The records of a fuller text that it tells again. */
  retells: number[];
}

export type Facet = "kind" | "speaker" | "outlet" | "briefing" | "year" | "topic" | "holds";

/** What is known of a record, and its place in the order of the texts. */
export interface Facts extends Record<Facet, Value[]> {
  order: number;
}

/** The values of each facet, 0 for an id that its name tells, and which each record has (-1: none). */
export type Facets = Record<Facet, { values: (string | 0)[][]; of: (number | number[])[] }>;

/** A file of blocks, by its name, and how many bytes each block takes up in it. */
export interface Pack {
  file: string;
  sizes: number[];
}

/** What the first block of `words-*.pack` holds. */
export interface PartHead {
  /** How many words each record has in a zone; `aside` are numbers of records. */
  zones: Record<"title" | "text" | "extra" | "aside", number[]> &
    { secondary?: number[]; retells?: number[][] };
  facets: Facets;
  /** The numbers of records that have a title: how rare each word of it, and of its other names, is. */
  names: [id: number, ...weights: string[]][];
  /** The blocks that follow; `firsts` is the first word of each. */
  words: { sizes: number[]; firsts: string[] };
  /** `each`: the records of a block. */
  hits: Pack & { each: number };
}

/** A part of the index, as `layer.json` tells of it. */
export interface Described {
  name: string;
  records: number;
  /** The name of its `words-*.pack`, and how many bytes of it its head and the rest are. */
  file: string;
  sizes: [head: number, rest: number];
  years: string[];
  /** The first and the last day of its briefings, where they are known. */
  dates?: string[];
  /** Whether it holds pages, not passages. */
  pages?: boolean;
}

/** `layer.json`. */
export interface Layer {
  records: number;
  /** Words of the texts of all records. */
  textWords: number;
  /** All words where they are few, a line for each; else there are files of them. */
  vocabulary: string;
  /** The first word of a file of words, and its name. */
  words: [first: string, name: string][];
  /** The table of neighbouring words, where there are parts enough. */
  pairs: { file: string; rows: number } | null;
  synonyms: string[][];
  /** The numbers of months by their names. */
  months: Record<string, number>;
  parts: Described[];
  /** What the first block of a part's words holds, by the part's number, for those searched first. */
  heads: Record<string, PartHead>;
}

/** What a search asks for, once its words are looked up. */
export interface Asked extends Expanded {
  phrases: string[][];
  without: string[][][];
}

/** A record as it is ranked: by the number of a word, or the name of a phrase. */
export interface Ranked {
  id: number;
  best: Map<number | string, number>;
  at: Map<number | string, number[]>;
  /** Where words that were typed stand in its title and names, by the number of the word. */
  titles?: Map<number, number[]>;
  coverage: number;
  missing: string[];
  score: number;
  /** Whether it says little: a hand-over, or a few words. */
  little?: boolean;
}

/** A record with what the corpus knows of it. */
export interface Found<Part> extends Ranked {
  part: Part;
  facts: Facts;
  /** How much of its name was typed, where that is enough for it to come first. */
  first?: number;
  /** How much of its name was typed. */
  named?: number;
  /** The records of a fuller text that it tells again. */
  retells: number[];
}

export type Change = (changes: Partial<State>, replace?: boolean) => void;

/** What a search gives. */
export interface Results<Part> {
  query: Query;
  records: Found<Part>[];
  found: Found<Part>[];
  wanted: Filters;
  unmet: [facet: Facet, said: string][];
  /** The parts that were left out. */
  rest: Part[];
  card: Answer | null;
  /** The date that was given where a briefing was on it, and whether only that one is searched. */
  dated: { key: string; on: boolean } | null;
  proposals: Proposal[];
  unknown: string[];
  marks: string[][][];
}

export interface Counted {
  facet: Facet;
  values: { value: Value; key: string; count: number; on: boolean }[];
}
