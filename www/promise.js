// The language's own Promise: a page may have put another thing of that name over it.

export const Promise = (async () => undefined)().constructor;
