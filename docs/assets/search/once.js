// Work that is done on the first call; if it failed, it is tried again on the next.
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
