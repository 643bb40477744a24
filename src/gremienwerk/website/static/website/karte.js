// Puts a map that can be moved in the place of the drawn one, in step with the list. Comfort only: the drawing and the
// list say the same without it. Leaflet is fetched when somebody asks for it; tiles only where the city has named them.
"use strict";

for (const box of document.querySelectorAll(".verz-map[data-leaflet]")) {
  const ask = Object.assign(document.createElement("button"), { type: "button", className: "verz-map__open", textContent: box.dataset.open });
  ask.addEventListener("click", () => {
    ask.setAttribute("aria-busy", "true");
    fetchLeaflet(box).then(() => live(box)).catch(() => undefined).finally(() => ask.remove());
  }, { once: true });
  box.append(ask);
}

function fetchLeaflet(box) {
  const styles = new Promise((done, failed) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: box.dataset.leafletCss });
    Object.assign(link, { onload: done, onerror: failed });
    document.head.prepend(link);
  });
  const code = new Promise((done, failed) => {
    const script = Object.assign(document.createElement("script"), { src: box.dataset.leaflet });
    Object.assign(script, { onload: done, onerror: failed });
    document.head.append(script);
  });
  return Promise.all([styles, code]);
}

function live(box) {
  const drawing = box.querySelector(".verz-map__drawing");
  const entries = [...document.querySelectorAll(".verz-entry[data-latitude]")];
  const stage = document.createElement("div");
  stage.className = "verz-map__live";
  stage.setAttribute("role", "region");
  stage.setAttribute("aria-label", box.dataset.label);
  box.append(stage);
  box.classList.add("verz-map--live");
  drawing.setAttribute("aria-hidden", "true");
  for (const link of drawing.querySelectorAll("a")) link.setAttribute("tabindex", "-1");

  const map = L.map(stage, { zoomSnap: 0.5, zoomControl: false, scrollWheelZoom: false, attributionControl: Boolean(box.dataset.tiles) });
  L.control.zoom({ position: "topright", zoomInTitle: box.dataset.zoomIn, zoomOutTitle: box.dataset.zoomOut }).addTo(map);
  const whole = outlines(drawing, map, Boolean(box.dataset.tiles));
  if (box.dataset.tiles) {
    map.attributionControl.setPrefix(false);
    L.tileLayer(box.dataset.tiles, { attribution: asText(box.dataset.attribution), maxZoom: 19 }).addTo(map);
  }
  const positions = apart(entries);
  map.fitBounds(whole.isValid() ? whole : L.latLngBounds(positions), { padding: [8, 8] });
  map.setMaxBounds(map.getBounds().pad(0.5)).setMinZoom(map.getZoom() - 0.5);
  stage.addEventListener("keydown", (event) => {
    if (event.key === "Escape") map.closePopup();
  });
  entries.forEach((entry, place) => mark(map, entry, positions[place], box.dataset.inList));
  stage.setAttribute("data-ready", "ja");
  // Whoever pressed the button stays where it was: the map itself moves by arrow keys.
  stage.focus({ preventScroll: true });
}

function asText(words) {
  const holder = document.createElement("span");
  holder.textContent = words;
  return holder.innerHTML;
}

// The shapes of the drawing, turned back into degrees.
function outlines(drawing, map, isOnTiles) {
  const { west, north, across, down } = Object.fromEntries(Object.entries(drawing.dataset).map(([k, v]) => [k, Number(v)]));
  const degrees = (x, y) => [north - y / down, west + x / across];
  const whole = L.latLngBounds([]);
  const names = drawing.querySelectorAll(".verz-map__name");
  for (const [place, district] of drawing.querySelectorAll(".verz-map__district").entries()) {
    const shape = district.querySelector("path");
    const points = shape.getAttribute("d").slice(1, -1).split("L").map((pair) => degrees(...pair.split(",").map(Number)));
    whole.extend(points);
    L.polygon(points, { className: `verz-map__area ${shape.getAttribute("class")}`, fill: !isOnTiles, weight: 1.5, interactive: false }).addTo(map);
    const bounds = L.latLngBounds(points);
    const name = names[place];
    L.tooltip({ permanent: true, direction: "center", className: "verz-map__label", interactive: false, pane: "shadowPane" })
      .setLatLng([bounds.getNorth() - 0.17 * (bounds.getNorth() - bounds.getSouth()), degrees(Number(name.getAttribute("x")), 0)[1]])
      .setContent(asText(name.textContent)).addTo(map);
  }
  return whole;
}

// Entries of which only the district is known stand in rings around its middle; exact places stay where they are.
function apart(entries) {
  const at = new Map();
  return entries.map((entry) => {
    const latitude = Number(entry.dataset.latitude);
    const longitude = Number(entry.dataset.longitude);
    const key = `${latitude} ${longitude}`;
    const before = at.get(key) ?? 0;
    at.set(key, before + 1);
    if (entry.dataset.exact === "ja" && before === 0) return [latitude, longitude];
    const ring = Math.floor(before / 6) + 1;
    const angle = [90, 270, 30, 210, 150, 330][before % 6] * Math.PI / 180;
    const away = 0.0034 * ring;
    return [latitude + away * Math.sin(angle), longitude + away * 1.8 * Math.cos(angle)];
  });
}

function mark(map, entry, position, inList) {
  const link = entry.querySelector("a");
  const name = `${entry.dataset.number}: ${link.textContent}`;
  const kind = entry.dataset.exact === "ja" ? "verz-marker" : "verz-marker verz-marker--district";
  const icon = L.divIcon({ className: kind, iconSize: [28, 28], html: asText(entry.dataset.number) });
  const marker = L.marker(position, { icon, riseOnHover: true }).addTo(map);
  const sign = marker.getElement();
  sign.setAttribute("aria-label", name);
  marker.bindPopup(() => popup(link, entry, inList), { maxWidth: 260 });
  const near = (isNear) => {
    sign.classList.toggle("verz-marker--near", isNear);
    entry.classList.toggle("verz-entry--near", isNear);
  };
  for (const part of [entry, sign]) {
    for (const [event, isNear] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]]) {
      part.addEventListener(event, () => near(isNear));
    }
  }
  marker.on("popupopen", () => marker.getPopup().getElement().querySelector("a").focus());
  marker.on("popupclose", () => sign.focus());
}

function popup(link, entry, inList) {
  const words = document.createElement("div");
  const first = document.createElement("p");
  const open = link.cloneNode(true);
  open.removeAttribute("class");
  first.append(open);
  const second = document.createElement("p");
  const jump = Object.assign(document.createElement("a"), { href: `#${entry.id}`, textContent: inList });
  jump.addEventListener("click", () => link.focus({ preventScroll: true }));
  second.append(jump);
  words.append(first, second);
  return words;
}
