// The app in a document of its own: the page that the loader frames.
import { mount } from "rotunda-app";

mount(document.getElementById("rotunda"), { mode: "frame" });
