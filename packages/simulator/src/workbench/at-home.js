// Makes a page behind the proxy believe that it is at home on a phone of its own. SETTINGS is written in by the simulator.
(() => {
  const { user, prefix, userAgent } = SETTINGS;
  Object.defineProperty(navigator, "userAgent", { get: () => userAgent });

  const homed = (address) => {
    const url = new URL(address, location.href);
    const isAway =
      url.origin !== location.origin || url.pathname.startsWith(prefix) || url.pathname.startsWith("/_simulator/");
    return isAway ? url.href : `${url.origin}${prefix}${url.pathname.slice(1)}${url.search}`;
  };
  const realFetch = window.fetch.bind(window);
  window.fetch = (input, init) =>
    input instanceof Request ? realFetch(new Request(homed(input.url), input), init) : realFetch(homed(input), init);
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, address, ...more) {
    return open.call(this, method, homed(address), ...more);
  };

  const owner = `${user}:`;
  const { getItem, setItem, removeItem } = Storage.prototype;
  Object.assign(Storage.prototype, {
    getItem(key) {
      return getItem.call(this, owner + key);
    },
    setItem(key, value) {
      setItem.call(this, owner + key, value);
    },
    removeItem(key) {
      removeItem.call(this, owner + key);
    },
    clear() {
      for (const key of Object.keys(this)) if (key.startsWith(owner)) removeItem.call(this, key);
    },
  });
  const openDatabase = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (name, ...more) {
    return openDatabase.call(this, owner + name, ...more);
  };

  window.addEventListener("message", ({ data, source }) => {
    if (source !== window.parent || data?.simulator !== "workbench") return;
    const phone = window.__simulator;
    if (data.kind === "clock") phone.moveClock(data.now);
    else if (data.kind === "back") phone.emit("goBack") && !phone.left?.control && history.back();
    else if (data.kind === "right") phone.emit("navRightButton");
    else if (data.kind === "resume") phone.emit("resume");
  });
})();
