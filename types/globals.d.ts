/* What classic scripts and the vendored library put into the global scope. */

interface TrustedTypePolicyFactory {
  createPolicy(
    name: string,
    rules: { createHTML(text: string, type: string, sink: string): string | null },
  ): unknown;
}
declare var trustedTypes: TrustedTypePolicyFactory | undefined;

// biome-ignore lint/suspicious/noExplicitAny: the vendored table library comes without types
declare var TableCore: any;

interface Window {
  /** Emits where the theme has exchanged a page without a new document. */
  document$?: { subscribe(visit: () => void): void };
}
