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
  /** Facet, the text after the colon, and whether it is excluded. */
  fields: [string, string, boolean][];
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

/** What is shown of a record. */
export interface Hit {
  url: string;
  title: string;
  text: string;
  kind: string;
  date?: string;
  role?: string;
  names?: string[];
  figures?: string[];
  speakers?: [name: string, id: string][];
  outlet?: [name: string, id: string];
  also?: [where: string, url: string][];
  briefing?: [title: string, slug: string];
}

/** Where a word stands in a record. */
export interface Entry {
  id: string;
  at: number[];
  data(): Promise<{ meta: Hit }>;
}

/** Where the parts of a record begin. */
export interface Zone {
  text: number;
  extra: number;
  context: number;
  aside: boolean;
}

export type Facet = "kind" | "speaker" | "outlet" | "briefing" | "year" | "topic" | "holds";

/** What is known of a record, and its place in the order of the texts. */
export interface Facts extends Record<Facet, Value[]> {
  order: number;
}

/** `facets.json`: the values of each facet, and which of them each record has (-1: none). */
export interface Facets {
  ids: string;
  facets: Record<Facet, { values: Value[]; of: (number | number[])[] }>;
}

/** A record as it is ranked. */
export interface Ranked {
  id: string;
  data: Entry["data"];
  best: Map<number | string, number>;
  at: Map<number | string, number[]>;
  titled?: number;
  coverage: number;
  missing: string[];
  score: number;
}

/** A record with what the corpus knows of it. */
export interface Found<Part> extends Ranked {
  part: Part;
  facts: Facts;
  first?: number;
}

/** `pagefind/layer.json`. */
export interface Layer {
  records: number;
  /** First letters of the words in a file, and its name. */
  words: [string, string][];
  synonyms: string[][];
  shards: { name: string; years: string[] }[];
}

/** What is used of Pagefind's own module. */
export interface Pagefind {
  createInstance(options: { basePath: string; noWorker: boolean }): Promise<{
    search(typed: string): Promise<{
      results: { id: string; words: number[]; data: Entry["data"] }[];
    }>;
  }>;
}

export type Change = (changes: Partial<State>, replace?: boolean) => void;

/** What a search gives. */
export interface Results<Part> {
  query: Query;
  records: Found<Part>[];
  found: Found<Part>[];
  wanted: Filters;
  unmet: [facet: string, said: string][];
  /** The years of the parts that were left out. */
  rest: string[];
  proposals: Proposal[];
  unknown: string[];
  marks: string[][][];
}

export interface Counted {
  facet: string;
  values: { value: Value; key: string; count: number; on: boolean }[];
}
