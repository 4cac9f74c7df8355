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

/** Where something stands. */
export interface Place {
  url: string;
  place: string;
  date: string;
}

/** What a comparison says of a figure. */
export interface Comparison {
  text: string;
  url: string;
  basis: string | null;
  by_editors: boolean;
  places: Place[];
}

export interface Figure {
  id: string;
  url: string;
  before: string;
  quote: string;
  after: string;
  value: number;
  normalised: string | null;
  subject: string | null;
  period: string;
  direction: string;
  role: string;
  who: Who | null;
  reported: boolean;
  briefing: Briefing;
  place: string;
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
  text: string;
  kind_words: string;
  /** What it says besides: when, how much, which measure. */
  says: string[];
  briefing: Briefing;
  who: Who | null;
  about: Link[];
  topics: Link[];
  later_on: string;
  later: { url: string; text: string; briefing: Briefing; shared: string[] }[];
  keys: Keys;
}

export interface Quotation {
  /** What the text is called. */
  name: string;
  text: string;
  url: string;
}

export interface Discrepancy {
  id: string;
  title: string;
  type: string;
  status: string;
  status_words: string;
  text: string;
  basis: string | null;
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

/** What a reader typed, and the values chosen. */
export interface Asked {
  typed: string;
  facets: [name: string, value: string][];
}
