// Related words by the rules of English.  These are proposals: callers drop words that the corpus
// does not contain.

const IRREGULAR = [
  "be am are is was were been being", "begin began begun", "break broke broken", "bring brought",
  "build built", "buy bought", "catch caught", "child children", "choose chose chosen",
  "deal dealt", "draw drew drawn", "drink drank drunk", "drive drove driven", "fall fell fallen",
  "feel felt", "fight fought", "find found", "foot feet", "freeze froze frozen",
  "give gave given", "go went gone", "grow grew grown", "have has had", "hide hid hidden",
  "hold held", "keep kept", "know knew known", "lead led", "leave left", "lose lost",
  "make made", "man men", "mean meant", "meet met", "pay paid", "policeman policemen",
  "policewoman policewomen", "rise rose risen", "run ran", "say said", "see saw seen",
  "seek sought", "sell sold", "send sent", "speak spoke spoken", "spend spent",
  "steal stole stolen", "strike struck", "take took taken", "teach taught", "tell told",
  "think thought", "throw threw thrown", "win won", "woman women", "write wrote written",
].map((line) => line.split(" "));

// Words of the same root that no ending rule relates.
const FAMILIES = [
  "advise advice", "believe belief", "choose choice", "collide collision", "deceive deceit deception",
  "decide decision", "deep depth", "destroy destruction", "die death dead", "expand expansion",
  "explode explosion explosive", "gamble gambler", "grow growth", "heat hot", "high height", "kidnap kidnapper",
  "kill killer", "live life", "long length", "lose loss", "permit permission", "poach poacher", "poor poverty",
  "produce product production", "prove proof", "receive receipt", "reduce reduction", "rob robber robbery",
  "safe safety", "sell sale seller", "smuggle smuggler", "speak speech", "strong strength", "succeed success",
  "theft thief thieves", "think thought", "true truth", "weigh weight", "wide width", "young youth",
].map((line) => line.split(" "));

const SPELLINGS = [
  "aeroplane airplane", "ageing aging", "aluminium aluminum", "cheque check", "cosy cozy",
  "grey gray", "jewellery jewelry", "kerb curb", "manoeuvre maneuver", "mould mold",
  "per cent percent", "plough plow", "practise practice", "sceptic skeptic", "tyre tire",
  "whilst while", "amongst among", "towards toward", "learnt learned", "spelt spelled",
].map((line) => line.split(" "));

// British and American spellings, in both directions.
/** @type {[RegExp, string][]} */
const SPELLING_RULES = [
  [/is(e|ed|es|er|ers|ing|ation|ations|able|ational)$/, "iz$1"],
  [/iz(e|ed|es|er|ers|ing|ation|ations|able|ational)$/, "is$1"],
  [/ys(e|ed|es|er|ers|ing)$/, "yz$1"],
  [/yz(e|ed|es|er|ers|ing)$/, "ys$1"],
  [/our(?=$|s$|ed$|ing$|al|able|er|ful|ite|hood|less|ly)/, "or"],
  [/or(?=$|s$|ed$|ing$|al|able|er|ful|ite|hood|less|ly)/, "our"],
  [/re(s?)$/, "er$1"],
  [/er(s?)$/, "re$1"],
  [/red$/, "ered"],
  [/ered$/, "red"],
  [/ence(s?|d)$/, "ense$1"],
  [/ense(s?|d)$/, "ence$1"],
  [/encing$/, "ensing"],
  [/ensing$/, "encing"],
  [/ogue(s?)$/, "og$1"],
  [/og(s?)$/, "ogue$1"],
  [/amme(s?)$/, "am$1"],
  [/am(s?)$/, "amme$1"],
  [/ll(?=ed$|ing$|er$|ers$|ment|ful)/, "l"],
  [/(?<=[aeiou])l(?=ed$|ing$|er$|ers$|ment|ful)/, "ll"],
  [/l(s?)$/, "ll$1"],
  [/ll(s?)$/, "l$1"],
  [/gement(s?)$/, "gment$1"],
  [/gment(s?)$/, "gement$1"],
  [/[ao]e/, "e"],
  [/sulph/, "sulf"],
  [/sulf/, "sulph"],
];

// What a verb or noun is built into, and back; longest first.
const DERIVED = [
  "ations", "ation", "ators", "ator", "ments", "ment", "ions", "ion", "ers", "er", "ors", "or",
  "ances", "ance", "ences", "ence", "als", "al", "ives", "ive", "ists", "ist", "isms", "ism", "ness", "ities",
  "ity", "ly",
];

const ROOT = 5; // letters: shorter roots are shared by chance (missing, mission)

export const STOP = new Set(
  ("a about all also an and any are as ask asked at be been but by can could did do does for from had has " +
    "have how i if in into is it its many me more most much my no not of on or our per percent " +
    "said say says since so some such tell than that the their them then there these they this those to under up " +
    "was we were what when where which who whom why will with would you your").split(" "),
);

/**
 * A function of a word whose answers are kept.
 * @param {(word: string) => Set<string>} make
 */
function kept(make) {
  /** @type {Map<string, Set<string>>} */
  const known = new Map();
  return (/** @type {string} */ word) => {
    const found = known.get(word) ?? make(word);
    known.set(word, found);
    return found;
  };
}

// The word itself, its plural, past, and so on.
export const forms = kept(formsOf);

// Words of the same root: investigate, investigation, investigator.
export const relatives = kept(relativesOf);

/** @param {string} word */
function formsOf(word) {
  const found = new Set([word]);
  const bases = lemmas(word);
  for (const row of IRREGULAR) {
    if (!row.includes(word) && !bases.has(row[0])) continue;
    bases.add(row[0]);
    for (const form of row) found.add(form);
  }
  for (const lemma of bases) for (const form of inflect(lemma)) found.add(form);
  return found;
}

/** @param {string} word */
export function spellings(word) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const row of SPELLINGS) if (row.includes(word)) for (const form of row) found.add(form);
  for (const [from, to] of SPELLING_RULES) {
    if (from.test(word)) found.add(word.replace(from, to));
  }
  found.delete(word);
  return found;
}

/** @param {string} word */
function relativesOf(word) {
  const roots = new Set();
  for (const lemma of lemmas(word)) {
    roots.add(lemma.replace(/e$/, ""));
    for (const suffix of DERIVED) {
      if (lemma.endsWith(suffix) && lemma.length - suffix.length >= ROOT) {
        roots.add(lemma.slice(0, -suffix.length).replace(/(.)e$/, "$1"));
      }
    }
  }
  /** @type {Set<string>} */
  const found = new Set();
  const own = forms(word);
  for (const family of FAMILIES) {
    if (!family.some((one) => own.has(one))) continue;
    for (const one of family) for (const form of forms(one)) found.add(form);
  }
  for (const root of roots) {
    if (root.length < ROOT) continue;
    for (const base of new Set([root, `${root}e`, root.replace(/at$/, "")])) {
      if (base.length < ROOT) continue;
      for (const form of inflect(base)) found.add(form);
      const stem = base.replace(/e$/, "");
      for (const suffix of DERIVED) {
        found.add(stem + suffix);
        if (base !== stem) found.add(base + suffix);
      }
    }
  }
  return found;
}

/** @param {string} word */
function lemmas(word) {
  const found = new Set([word]);
  /** @param {number} cut */
  const add = (cut, tail = "") => {
    const base = word.slice(0, -cut) + tail;
    if (base.length >= 3) found.add(base);
  };
  if (/[^aeiou]ies$/.test(word)) add(3, "y");
  if (/(?:s|sh|ch|x|z|o)es$/.test(word)) add(2);
  if (/[^su]s$/.test(word) && !/(?:is|news)$/.test(word)) add(1);
  for (const ending of ["ed", "ing"]) {
    if (!word.endsWith(ending) || word.length < ending.length + 3) continue;
    add(ending.length);
    add(ending.length, "e");
    if (/([bdgklmnprt])\1(?:ed|ing)$/.test(word)) add(ending.length + 1);
  }
  if (/[^aeiou]ied$/.test(word)) add(3, "y");
  return found;
}

/** @param {string} lemma */
function inflect(lemma) {
  const found = [lemma, `${lemma}s`];
  if (/[^aeiou]y$/.test(lemma)) found.push(`${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`);
  if (/(?:s|sh|ch|x|z|o)$/.test(lemma)) found.push(`${lemma}es`);
  if (lemma.endsWith("e")) {
    found.push(`${lemma}d`, `${lemma.slice(0, -1)}ing`);
  } else {
    found.push(`${lemma}ed`, `${lemma}ing`);
    if (/[^aeiou][aeiou][bdgklmnprt]$/.test(lemma)) {
      found.push(`${lemma}${lemma.at(-1)}ed`, `${lemma}${lemma.at(-1)}ing`);
    }
  }
  return found;
}

// The edit distance with transpositions; `limit + 1` if it is larger.
/**
 * @param {string} one
 * @param {string} other
 * @param {number} limit
 */
export function distance(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      let best = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        best = Math.min(best, before[j - 2] + 1);
      }
      row.push(best);
      if (best < least) least = best;
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[other.length];
}
