// What a web team pastes. It draws the button that opens the chat and loads nothing more until somebody goes for it.
//
//   <script async src="https://chat.example.gov/v1/loader.js?city=eagle-mountain"></script>
//
// Settings are read by settings.js, the page's own calls by page.js; docs/embed/README.md lists both. Nothing is kept before
// a chat is started; then only that there is one, for this tab, so that the city's next page shows it again.

import { Chat, NAME } from "./chat.js";
import { listen } from "./page.js";

const begin = () => {
  // Pasted twice, or run again by a site that swaps its pages: the first one stands.
  if (customElements.get(NAME)) return;
  customElements.define(NAME, Chat);
  listen(Chat.inPage);
  Chat.inPage();
};
// The page may bring a <rotunda-chat> of its own, further down.
if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
else begin();
