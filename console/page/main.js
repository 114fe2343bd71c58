// The console in its page. The same file, started as a worker, is the page's pulse: a worker's timers are not slowed down while
// nobody looks at the page, so that a console in a hidden tab still tells the desk that its person is there.
if (typeof document === "undefined") {
  setInterval(() => postMessage(null), 1000);
} else {
  try {
    const { mount } = await import("rotunda-app");
    await mount(document.getElementById("rotunda"), new Worker(import.meta.url, { type: "module" }));
  } catch (why) {
    console.error(why);
    document.documentElement.dataset.state = "failed";
  }
}
