// The staff's app in its page.
import { mount } from "rotunda-app";

mount(document.getElementById("rotunda"), {});
