// The service worker: pages to log with while there is no network. It keeps empty forms and the waiting page, nothing that
// anybody logged; what is logged lies in the wishes (wishes.js).

const pages = "pages";
const assets = "assets";

const scripts = ["forms", "fields", "says", "press", "keys", "log", "waiting", "wishes"].map((name) => `/assets/${name}.js`);

// The page that brought us here loaded its scripts before we were there to keep them.
addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(caches.open(assets).then((cache) => cache.addAll([...scripts, "/assets/site.css", "/assets/seal.svg"])));
});
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("message", ({ data }) => {
  if (data.forget) caches.delete(pages);
  if (data.keep?.length) keepAll(data.keep, data.stamp);
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (address.pathname.startsWith("/assets/")) event.respondWith(asset(request));
  else if (request.mode === "navigate" && !address.pathname.startsWith("/api/")) event.respondWith(page(request, address));
});

// Where no page was kept yet: what has happened, in the ledger's own looks.
const away = `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>网络不通 · 法治台账</title>
<link rel="stylesheet" href="/assets/site.css"><main class="wide"><h1>网络不通</h1><section class="notice"><p>这一页要联网才能看。已经记下、等待发送的登记都在这台设备上，网络恢复后自动发送，不会丢。</p>
<p class="quiet" lang="en">This page needs the network. What was logged on this device waits here and is sent when it is back.</p><p><a class="button" href="">再试一次</a></p></section></main></html>`;

// Once for each account and release: the stamp names both.
async function keepAll(addresses, stamp) {
  const cache = await caches.open(pages);
  if (await (await cache.match("/stamp"))?.text() === stamp) return;
  for (const request of await cache.keys()) await cache.delete(request);
  for (const address of addresses) {
    const answer = await fetch(address, { credentials: "same-origin" }).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const text = (await answer.text()).replace("<body", "<body data-kept");
    const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": answer.headers.get("Content-Security-Policy") ?? "default-src 'self'" };
    await cache.put(new URL(address).pathname, new Response(text, { headers }));
  }
  await cache.put("/stamp", new Response(stamp));
}

async function page(request, address) {
  try {
    return await fetch(request);
  } catch {
    const cache = await caches.open(pages);
    const unit = address.pathname.split("/")[1];
    const waiting = (await cache.keys()).map((r) => new URL(r.url).pathname).find((p) => p.endsWith("/waiting") && (unit === "" || p === `/${unit}/waiting`));
    return await cache.match(address.pathname) ?? (waiting && await cache.match(waiting)) ?? new Response(away, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": "default-src 'self'" } });
  }
}

// An address with its hash never changes; any other is asked for, and what was last there stands in without network.
async function asset(request) {
  const cache = await caches.open(assets);
  const known = await cache.match(request);
  if (known && new URL(request.url).searchParams.has("v")) return known;
  try {
    const answer = await fetch(request);
    if (answer.ok) await replace(cache, request, answer.clone());
    return answer;
  } catch {
    return known ?? await cache.match(request, { ignoreSearch: true }) ?? Response.error();
  }
}

async function replace(cache, request, answer) {
  for (const old of await cache.keys(request, { ignoreSearch: true })) await cache.delete(old);
  await cache.put(request, answer);
}
