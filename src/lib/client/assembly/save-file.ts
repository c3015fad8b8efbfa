// Owns handing a text to the phone's own files, for a memory card.

export function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  // The browser has read it by then; whoever saves twice gets it twice.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
