/* The library comes without types: it defines `TableCore` (types/globals.d.ts). */
export {};
