/* What classic scripts and the vendored library put into the global scope. */

// biome-ignore lint/suspicious/noExplicitAny: the vendored table library comes without types
declare var TableCore: any;
