// The guide without a connection. The copy holds public files of this site and nothing that a reader entered.
// It is whole or it is not there; it changes only as a whole, and never while somebody reads it unless they ask.

/** @type {{ build: string, files: string[] }} */
const COPY = { build: "", files: [] };
const SCOPE = self.registration.scope;
const OURS = `guide ${SCOPE} `; // several sites may share an address and so its caches
const NAME = OURS + COPY.build;

self.addEventListener("install", (event) => {
  event.waitUntil(COPY.build ? fill() : self.skipWaiting());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(COPY.build ? forgetOthers() : withdraw());
});

self.addEventListener("message", (event) => {
  if (event.data === "use this version") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const isOurs = request.method === "GET" && request.url.startsWith(SCOPE);
  if (COPY.build && isOurs) event.respondWith(answer(request));
});

async function fill() {
  const cache = await caches.open(NAME);
  // "no-cache" asks the server each time: a copy must not be put together from what an old visit left behind.
  await cache.addAll(COPY.files.map((path) => new Request(new URL(path, SCOPE), { cache: "no-cache" })));
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== NAME).map((name) => caches.delete(name)));
}

async function withdraw() {
  await forgetOthers();
  await self.registration.unregister();
}

/** @param {Request} request */
async function answer(request) {
  const kept = await fromCopy(request).catch(() => undefined); // a browser may take its storage away
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (unreachable) {
    const help = new URL("offline/", SCOPE).href;
    if (request.mode !== "navigate" || request.url === help) throw unreachable;
    return Response.redirect(help);
  }
}

/** @param {Request} request */
async function fromCopy(request) {
  const address = new URL(request.url);
  address.search = "";
  address.pathname = address.pathname.replace(/\/index\.html$/, "/");
  const found = await caches.match(address, { cacheName: NAME });
  if (found || request.mode !== "navigate" || address.pathname.endsWith("/")) return found;
  address.pathname += "/";
  return (await caches.match(address, { cacheName: NAME })) && Response.redirect(address);
}
