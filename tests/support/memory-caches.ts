// Owns what a reader finds in a browser and not here: caches, and answers as the network gives them.

/** As browsers keep answers: by address, in the order in which they came. */
export function memoryCaches() {
  const all = new Map<string, Map<string, Response>>();
  const urlOf = (asked: string | { readonly url: string }) => (typeof asked === 'string' ? asked : asked.url);
  return {
    open: async (name: string) => {
      const kept = all.get(name) ?? new Map<string, Response>();
      all.set(name, kept);
      return {
        match: async (asked: string) => kept.get(urlOf(asked))?.clone(),
        put: async (asked: string, answer: Response) => void kept.set(urlOf(asked), answer),
        delete: async (asked: string) => kept.delete(urlOf(asked)),
        keys: async () => [...kept.keys()].map((url) => ({ url }))
      };
    }
  };
}

export function answer(body: BodyInit | null, headers: Readonly<Record<string, string>>, status = 200): Response {
  const made = new Response(body, { status, headers });
  Object.defineProperty(made, 'type', { value: 'basic' });
  return made;
}
