// Comfort only: everything works without it. Menus close with Escape and when the reader goes elsewhere.
"use strict";

for (const menu of document.querySelectorAll(".site-languages, .site-menu")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (menu.classList.contains("site-languages") && !menu.contains(event.target)) menu.open = false;
  });
}
