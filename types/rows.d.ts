/* Rows of long tables as they stand in `rows/*.json` (briefings/views/tables.py). */

/** What a row has under each facet, several parted by blanks. */
export type Keys = Record<string, string>;

export interface Link {
  url: string;
  title: string;
}

export interface Who {
  name: string;
  url: string | null;
}

export interface Briefing extends Link {
  date: string;
  day: string | null;
  /** Where the whole date is known. */
  iso: string | null;
}

/** A text: its publisher where the name does not hold it, and how good it is. */
export interface Text {
  name: string;
  url: string;
  publisher: string | null;
  quality: string | null;
  by_machine: boolean;
}

/** Where something stands; `warned` is the quality of a text whose words are a machine's. */
export interface Place {
  url: string;
  place: string;
  warned: string | null;
}

/** Words, with where they lead to. */
export interface Run {
  text: string;
  url: string | null;
}

/** What a comparison says of a figure. */
export interface Comparison {
  text: string;
  url: string;
  basis: Run[];
  by_editors: boolean;
  /** Passages that the basis does not name. */
  places: Place[];
}

export interface Figure {
  id: string;
  url: string;
  before: string;
  quote: string;
  after: string;
  value: number;
  comparator: string;
  beside: string | null;
  subject: string | null;
  /** What a reader should know of how it was read. */
  doubts: string;
  period: string;
  direction: string;
  role: string;
  who: Who | null;
  reported: boolean;
  briefing: Briefing;
  of: Text;
  also: Place[];
  indicators: Link[];
  records: Comparison[];
  /** The day that its period ends, or the next best. */
  sort: string;
  keys: Keys;
}

export interface Commitment {
  id: string;
  url: string;
  line: string;
  text: string;
  kind_words: string;
  /** What it says besides: when, how much, which measure. */
  says: string[];
  briefing: Briefing;
  of: Text;
  who: Who | null;
  about: Link[];
  topics: Link[];
  later_on: string;
  later: { url: string; line: string; text: string; briefing: Briefing; of: Text; shared: string[] }[];
  keys: Keys;
}

export interface Quotation {
  text: string;
  url: string;
  line: string;
  of: Text;
}

export interface Discrepancy {
  id: string;
  title: string;
  type: string;
  status: string;
  status_words: string;
  text: string;
  basis: Run[];
  takeaway: string;
  reason: string;
  signed: string;
  quotations: Quotation[];
  keys: Keys;
}

export interface Formula {
  id: string;
  url: string;
  title: string;
  text: string;
  extent: string;
  /** The text that says it last. */
  of: Text;
  keys: Keys;
}

/** The row of each table. */
export interface Rows {
  figures: Figure;
  commitments: Commitment;
  discrepancies: Discrepancy;
  formulas: Formula;
}

export type Row = Rows[keyof Rows];

/** `rows/index.json`: the files from the newest on, and which of them (by number) hold a value. */
export interface Index {
  one: string;
  many: string;
  count: number;
  files: { path: string; count: number }[];
  facets: {
    name: string;
    title: string;
    options: { value: string; title: string; count: number; files: number[] }[];
  }[];
}

/** A file of rows: in place of an object that several rows share, they have its index in `shared`. */
export interface RowsFile {
  rows: Record<string, unknown>[];
  shared: Record<string, unknown[]>;
}

/** What a reader typed, and the values chosen. */
export interface Asked {
  typed: string;
  facets: [name: string, value: string][];
}
