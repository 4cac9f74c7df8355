/* What the modules that check quotations hand to one another, and what they read
   (architecture/quotations.md).  Offsets of answers and files count code points; within the modules
   they count code units. */
import type { Passage } from "../docs/assets/check/passages.js";

/** From, to. */
export type Span = [number, number];
export type Verdict = "verbatim" | "altered" | "joined" | "near" | "absent";
export type DifferenceKind =
  | "number" | "name" | "negation" | "word" | "omission" | "addition" | "order" | "spelling"
  | "contraction";

export interface Limits {
  altered: number;
  altered_few: number;
  telling: number;
  many: number;
  near: number;
  near_words: number;
  joined: number;
  joined_over_altered: number;
  piece_words: number;
  pieces: number;
  omission: number;
  window: number;
  aligned: number;
  picks: number;
  words_asked: number;
  blocks: number;
  blocks_near: number;
  blocks_more: number;
  places: number;
  listed: number;
  elsewhere: number;
  short: number;
  sentence_words: number;
  longest: number;
}

export interface Wording {
  verdicts: Record<Verdict, string>;
  kinds: Record<DifferenceKind, string>;
  /** What is said of so few words that they stand in many texts. */
  short: string;
  chinese: string;
  /** Grades of texts. */
  qualities: Record<string, string>;
  speaker_not_given: string;
  /** "{kind}", "{given}" and "{stands}" are filled in. */
  difference: string;
  missing: string;
  added: string;
  marked: string;
  reported: string;
  more: string;
  /** "{number}" is filled in. */
  elsewhere: string;
}

/** `data/quote-index/rules.json`. */
export interface PublishedRules {
  small: string[];
  negations: string[];
  contractions: Record<string, string[]>;
  clitics: Record<string, string>;
  either: Record<string, string[]>;
  spelling: Record<string, string>;
  beginnings: [string, string][];
  endings: [string, string][];
  number_words: Record<string, number>;
  speech: string[];
  limits: Limits;
  sentences: {
    never: string[];
    also_words: string[];
    seldom: string[];
    starts: string[];
    letters: string[];
  };
  wording: Wording;
}

export interface Rules {
  small: Set<string>;
  negations: Set<string>;
  contractions: Map<string, string[]>;
  clitics: Map<string, string>;
  either: Map<string, Set<string>>;
  spelling: Map<string, string>;
  beginnings: [string, string][];
  endings: [string, string][];
  numberWords: Map<string, number>;
  speech: Set<string>;
  limits: Limits;
  sentences: {
    never: Set<string>;
    alsoWords: Set<string>;
    seldom: Set<string>;
    starts: Set<string>;
    letters: Set<string>;
  };
}

/** A word: `key` is compared, `exact` tells spellings and contractions apart. */
export interface Token {
  key: string;
  exact: string;
  start: number;
  end: number;
}

/** One way in which the words of a sentence can be meant; `pieces` are spans of `tokens`. */
export interface Reading {
  text: string;
  tokens: Token[];
  pieces: Span[];
  whole: boolean;
  span: Span;
  outside: string;
  literal: boolean;
  /** Words around it are taken for those of somebody else. */
  stripped: boolean;
}

/** The words that were given; `cased` says that their capitals tell names. */
export interface Given {
  text: string;
  tokens: Token[];
  cased: boolean;
}

/** Words that both have in a row: `length` of them. */
export interface Run {
  given: number;
  there: number;
  length: number;
}

export interface Piece {
  passage: Passage;
  run: Run;
}

/** `likeness` and `share` are of 100. */
export interface Aligned {
  passage: Passage;
  runs: Run[];
  likeness: number;
  share: number;
  telling: number;
}

/** Tokens given against tokens of the passage; either span may be empty. */
export interface Difference {
  kind: DifferenceKind;
  given: Span;
  there: Span;
  marked: boolean;
}

export interface Hit {
  passage: Passage;
  runs: Run[];
  differences: Difference[];
  likeness: number;
}

export interface Likely {
  passage: Passage;
  sentence: number;
  likeness: number;
}

/** A sentence that has a number: the token `there` of the passage, `given` of what was pasted. */
export interface Elsewhere extends Likely {
  there: number;
  given: number;
}

export interface Judged {
  verdict: Verdict;
  reading: Reading;
  hits: Hit[];
  count: number;
  likely: Likely[];
  likeness: number;
}

/** From the keys of some pieces of a quotation to passages that may hold them. */
export type Find = (pieces: string[][]) => Promise<Passage[]>;

/** Blocks that have a number, of each segment the first ones, and how many have it. */
export interface Known {
  blocks: number[];
  count: number;
}
export type Lookup = (number: number) => Promise<Known>;

/** Blocks to look at, and those that only other places of the same words may stand in. */
export interface Chosen {
  first: number[];
  others: number[];
}

/** Looks at the first blocks, and so many of the others. */
export type FindSome = (
  pieces: string[][],
  others: number,
) => Promise<{ passages: Passage[]; more: boolean }>;

export interface Texts {
  byRows: FindSome;
  byWords: FindSome;
  /** Of each list what has the first key, and some of the others. */
  byNumbers: FindSome;
  chinese: (text: string) => Chinese | null;
}

export interface Speaker {
  kind: string;
  id: string | null;
  name: string | null;
}

export interface TextName {
  name: string;
  kind: string;
  publisher: string | null;
  published: string | null;
  quality: string | null;
  primary: boolean;
  by_machine: boolean;
}

export interface Origin {
  briefing: string;
  title: string;
  date: string | null;
  source: string;
  text: TextName;
}

export interface Quoted {
  start: number;
  end: number;
  id: string;
  name: string;
  role: string | null;
  mode: string;
}

export interface BlockPassage {
  n: number;
  passage: string;
  line: number;
  text: string;
  sentences: Span[];
  speaker: (Speaker & { role: string | null }) | null;
  quoted?: Quoted[];
}

export interface Block extends Origin {
  passages: BlockPassage[];
}

export interface AnswerDifference {
  kind: DifferenceKind;
  given: string;
  stands: string;
  given_start: number;
  given_end: number;
  start: number;
  end: number;
  marked: boolean;
}

export interface Match {
  briefing: string;
  source: string;
  passage: string;
  line: number;
  start: number;
  end: number;
  quote: string;
  sentence: string;
  speaker: Speaker | null;
  role: string | null;
  mode: string | null;
  event: string;
  date: string | null;
  text: TextName;
  url: string;
  likeness: number;
  given: Span;
  differences: AnswerDifference[];
  /** For the page alone: where the words begin in `sentence`, in code units. */
  at: number;
  /** For the page alone: the number of the passage in its text, its first and last sentence. */
  order: { passage: number; first: number; last: number };
}

export interface Part {
  start: number;
  end: number;
  verdict: Verdict;
  likeness: number | null;
  count: number;
  short: boolean;
  matches: Match[];
  /** Where else numbers stand that differ. */
  near: Match[];
  outside: string | null;
  /** For the page alone: whether the places are those of pieces, not each of the whole. */
  inPieces: boolean;
  /** For the page alone: whether other places were not looked at. */
  more: boolean;
}

export interface ChineseName {
  chinese: string;
  name: string;
  kind: string;
  url: string;
}

export interface Chinese {
  note: string;
  names: ChineseName[];
}

export interface Answer {
  text: string;
  verdict: Verdict;
  matches: Match[];
  sentences: Part[];
  chinese: Chinese | null;
}

interface Pack {
  file: string;
  digest: string;
  sizes: number[];
}

/** `data/quote-index/index.json`. */
export interface PublishedIndex {
  segments: { name: string; bits: number; keys: Pack; texts: Pack }[];
}
