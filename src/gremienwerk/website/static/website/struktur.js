// Enlarges and shrinks the drawing of the structure by buttons and by + and -; without it the drawing can be scrolled.
"use strict";
(() => {
  const whole = document.querySelector(".struktur");
  const room = whole && whole.querySelector(".struktur__room");
  const drawing = room && room.querySelector("svg");
  if (!drawing) return;
  const width = drawing.viewBox.baseVal.width;
  const least = 0.2, most = 4, step = 1.25;
  let scale = 1;

  const show = (wanted) => {
    const before = scale;
    scale = Math.min(most, Math.max(least, wanted));
    drawing.setAttribute("width", String(Math.round(width * scale)));
    drawing.removeAttribute("height");
    room.scrollLeft = room.scrollLeft * scale / before;
    room.scrollTop = room.scrollTop * scale / before;
  };
  const fit = () => show((room.clientWidth - 32) / width);

  const bar = document.createElement("div");
  bar.className = "struktur__bar";
  const add = (words, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "kern-btn kern-btn--secondary";
    const label = document.createElement("span");
    label.className = "kern-label";
    label.textContent = words;
    button.append(label);
    button.addEventListener("click", act);
    bar.append(button);
  };
  add(whole.dataset.larger, () => show(scale * step));
  add(whole.dataset.smaller, () => show(scale / step));
  add(whole.dataset.whole, fit);
  whole.prepend(bar);

  room.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+") show(scale * step);
    else if (event.key === "-") show(scale / step);
    else if (event.key === "0") fit();
    else return;
    event.preventDefault();
  });
})();
