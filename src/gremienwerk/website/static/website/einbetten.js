// Puts a list or a calendar into the page that includes this script: <div data-gremienwerk="address"></div>.
// Frames come from the script's own address only, and only what comes from there may set their height. No cookies.
"use strict";

(() => {
  const own = new URL(document.currentScript.src).origin;
  const frames = new Map();

  function insert(place) {
    const address = new URL(place.dataset.gremienwerk, own);
    if (address.origin !== own || place.dataset.gremienwerkReady) return;
    place.dataset.gremienwerkReady = "ja";
    const frame = document.createElement("iframe");
    frame.src = address.href;
    frame.title = place.dataset.title || place.getAttribute("aria-label") || document.title;
    frame.loading = "lazy";
    frame.style.width = "100%";
    frame.style.height = "40rem";
    frame.style.border = "0";
    place.replaceChildren(frame);
    frames.set(frame, place);
  }

  window.addEventListener("message", (event) => {
    if (event.origin !== own || typeof event.data !== "object" || event.data === null) return;
    const height = Number(event.data.gremienwerkHeight);
    if (!Number.isFinite(height) || height < 1 || height > 200000) return;
    for (const frame of frames.keys()) {
      if (frame.contentWindow === event.source) frame.style.height = `${Math.ceil(height)}px`;
    }
  });

  function insertAll() {
    for (const place of document.querySelectorAll("[data-gremienwerk]")) insert(place);
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", insertAll);
  else insertAll();
})();
