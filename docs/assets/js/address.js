/* Reads the address so that none can break a script: it may be malformed, extremely long, or name
   something that does not exist.  Every page loads this first; all other scripts use it. */
var siteAddress = (() => {
  const LONGEST = 1000;

  /**
   * Decodes a part of an address; a malformed part is returned unchanged.
   * @param {string} part
   */
  const decode = (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  };

  /** The element that a fragment names, found as browsers do: first undecoded, then decoded. */
  const target = (hash = location.hash) => {
    const name = hash.slice(1);
    return name ? document.getElementById(name) ?? document.getElementById(decode(name)) : null;
  };

  /**
   * A query parameter, "" if it is missing; cut to a length that somebody might type.
   * @param {string} name
   */
  const param = (name) => (new URLSearchParams(location.search).get(name) ?? "").slice(0, LONGEST);

  /**
   * This address with another query; safe to hand to `history`, whatever the path looks like.
   * @param {URLSearchParams} query
   */
  const withQuery = (query, hash = location.hash) => {
    const url = new URL(location.href);
    url.search = query.toString();
    url.hash = hash;
    return url.href;
  };

  return { LONGEST, decode, target, param, withQuery };
})();
