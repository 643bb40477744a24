// Buttons to share, copy and print a page; without JavaScript the address and the link for e-mail remain.
"use strict";

for (const place of document.querySelectorAll(".verz-share")) {
  const { title, url, share, copy, copied, print } = place.dataset;
  const button = (label, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "kern-btn kern-btn--tertiary" });
    const words = Object.assign(document.createElement("span"), { className: "kern-label", textContent: label });
    made.append(words);
    made.addEventListener("click", () => act(words));
    place.prepend(made);
  };
  button(print, () => window.print());
  if (navigator.clipboard) {
    button(copy, async (words) => {
      await navigator.clipboard.writeText(url);
      words.textContent = copied;
    });
  }
  if (navigator.share) button(share, () => navigator.share({ title, url }).catch(() => undefined));
}
