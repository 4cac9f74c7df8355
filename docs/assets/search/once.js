// Work that is done when it is first asked for; what failed is tried again the next time.
/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {() => Promise<T>}
 */
export const once = (work) => {
  /** @type {Promise<T> | undefined} */
  let done;
  return () => {
    done ??= work().catch((error) => {
      done = undefined;
      throw error;
    });
    return done;
  };
};
