// The native side of DingTalk for one page. SETTINGS is written in by the simulator that serves this.
(() => {
  const settings = SETTINGS;
  const phone = { calls: [], title: "", toasts: [], closed: false, opened: [], left: null, right: null };
  const watchers = new Map();
  const storage = new Map();
  let position = settings.position;
  let authorised = !settings.auth;

  const refuse = (errorCode, errorMessage) => Promise.reject({ errorCode: String(errorCode), errorMessage });
  const tell = (kind, more = {}) =>
    window.parent !== window && window.parent.postMessage({ simulator: "phone", kind, ...more }, "*");

  async function ask(path, body) {
    const answer = await realFetch(`${settings.origin}/_simulator/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return { ok: answer.ok, ...(await answer.json()) };
  }

  async function authCode({ corpId }) {
    if (corpId !== settings.corpId) return refuse(3, `对应企业没有微应用 (${corpId})`);
    const { ok, code, problem } = await ask("auth-code", { userId: settings.user });
    return ok ? { code, authCode: code } : refuse(9, problem);
  }

  async function authorise(asked) {
    const { ok, problem, code } = await ask("jsapi-config", { ...asked, url: location.href.split("#")[0] });
    if (!ok) return refuse(code ?? 52013, problem);
    authorised = true;
    return {};
  }

  function located({ coordinate }) {
    if (settings.denied) return refuse(11, "没有定位权限");
    const [lat, lng] =
      String(coordinate) === "0"
        ? [position.lat - settings.shift.lat, position.lng - settings.shift.lng]
        : [position.lat, position.lng];
    return {
      longitude: lng,
      latitude: lat,
      accuracy: position.accuracy,
      address: position.address,
      province: "浙江省",
      city: "杭州市",
      district: "",
      road: "",
      netType: "WiFi",
      operatorType: "CMCC",
      locationType: 1,
      ...(settings.platform === "android"
        ? { isFromMock: settings.mock, isWifiEnabled: true, isGpsEnabled: true, isMobileEnabled: true, provider: "gps" }
        : {}),
    };
  }

  const methods = {
    "runtime.permission.requestAuthCode": authCode,
    "runtime.permission.requestAuthCodeV2": authCode,
    "runtime.permission.requestJsApis": authorise,
    "device.geolocation.get": located,
    "device.base.getPhoneInfo": () => ({
      screenWidth: window.innerWidth,
      screenHeight: window.innerHeight,
      brand: settings.platform === "android" ? "HUAWEI" : "Apple",
      model: settings.platform === "android" ? "ALN-AL00" : "iPhone15,2",
      version: "8.0.20",
      netInfo: "wifi",
      operatorType: "CMCC",
    }),
    "device.base.getUUID": () => ({ uuid: `simulated-${settings.user}` }),
    "device.connection.getNetworkType": () => ({ result: navigator.onLine ? "wifi" : "none" }),
    "device.notification.vibrate": () => ({}),
    "device.notification.toast": ({ text = "", content = text, duration = 2 }) => {
      phone.toasts.push(content);
      show(`<p class="toast"></p>`, content);
      setTimeout(hide, Math.min(5, duration || 2) * 1000);
      return {};
    },
    "device.notification.alert": async ({ title = "", message = "", content = message, buttonName = "好" }) => {
      await choice({ title, content, buttons: [buttonName] });
      return {};
    },
    "device.notification.confirm": async ({
      title = "",
      message = "",
      content = message,
      buttonLabels = ["取消", "好"],
    }) => ({
      buttonIndex: await choice({ title, content, buttons: buttonLabels }),
    }),
    "device.notification.showPreloader": () => ({}),
    "device.notification.hidePreloader": () => ({}),
    "biz.navigation.setTitle": ({ title = "" }) => {
      phone.title = title;
      tell("title", { title });
      return {};
    },
    "biz.navigation.setLeft": (asked) => {
      phone.left = asked;
      tell("left", { text: asked.text ?? "", control: asked.control === true });
      return {};
    },
    "biz.navigation.setRight": (asked) => {
      phone.right = asked;
      tell("right", { text: asked.show === false ? "" : (asked.text ?? "") });
      return {};
    },
    "biz.navigation.setMenu": () => ({}),
    "biz.navigation.close": () => {
      phone.closed = true;
      tell("closed");
      return {};
    },
    "biz.navigation.goBack": () => {
      history.back();
      return {};
    },
    "biz.util.openLink": ({ url }) => {
      phone.opened.push(url);
      tell("opened", { url });
      return {};
    },
    "ui.pullToRefresh.enable": () => ({}),
    "ui.pullToRefresh.stop": () => ({}),
    "ui.pullToRefresh.disable": () => ({}),
    "ui.webViewBounce.enable": () => ({}),
    "ui.webViewBounce.disable": () => ({}),
    "util.domainStorage.setItem": ({ name, value }) => {
      storage.set(name, value);
      return {};
    },
    "util.domainStorage.getItem": ({ name }) => ({ value: storage.get(name) ?? null }),
    "util.domainStorage.removeItem": ({ name }) => {
      storage.delete(name);
      return {};
    },
  };
  const needConfig = new Set(["device.geolocation.get", "device.base.getUUID"]);

  /** Answers a native call with its result, or rejects with `{ errorCode, errorMessage }` as the client does. */
  async function call(name, params) {
    phone.calls.push({ name, params: cloned(params) });
    const method = methods[name];
    if (!method) return refuse(1, `${name} is not supported by the simulator`);
    if (!authorised && needConfig.has(name)) return refuse(7, "API not authed, dd.config is needed");
    return method(params ?? {});
  }

  function cloned(params) {
    try {
      return JSON.parse(JSON.stringify(params ?? {}));
    } catch {
      return {};
    }
  }

  function watched(name, data = {}) {
    watchers.get(name)?.(data);
  }

  Object.assign(phone, {
    emit(name) {
      const pulled = name === "pullToRefresh" && watchers.has("ui.pullToRefresh.enable");
      if (name === "navRightButton") watched("biz.navigation.setRight");
      else if (pulled) watched("ui.pullToRefresh.enable");
      else if (name === "goBack" && phone.left?.control) watched("biz.navigation.setLeft");
      return document.dispatchEvent(new Event(name, { cancelable: true }));
    },
    setPlace(place) {
      position = { ...position, ...place };
    },
    moveClock(now) {
      offset = now - realNow();
    },
  });
  window.__simulator = phone;

  // iOS: `lib/bridge/h5Ios.js` of dingtalk-jsapi 3.2.9.
  window.WebViewJavascriptBridge = {
    init() {},
    registerHandler: (name, handler) => watchers.set(name, (data) => handler(data, () => {})),
    callHandler(name, params, answer) {
      call(name, params).then(
        (result) => answer({ errorCode: "0", result }),
        (error) => answer(error),
      );
    },
  };
  // Android: `lib/bridge/h5Android.js`.
  if (settings.platform === "android") {
    const native = (succeed, fail, service, action, params) => {
      const name = `${service}.${action}`;
      if (params?.watch) watchers.set(name, succeed);
      call(name, params).then((result) => params?.watch || succeed(result), fail);
    };
    window.nuva = { isReady: true, require: () => native };
  }

  let layer = null;
  function show(markup, text) {
    hide();
    layer = document.createElement("simulator-layer");
    const root = layer.attachShadow({ mode: "open" });
    root.innerHTML = `<style>
      :host { position: fixed; inset: 0; z-index: 2147483647; display: grid; place-items: center; pointer-events: none; font: 16px/1.5 system-ui, sans-serif }
      .toast { background: #000c; color: #fff; border-radius: 8px; padding: 10px 16px; max-width: 70% }
      .box { pointer-events: auto; background: #fff; color: #14171c; border-radius: 14px; width: 270px; text-align: center; box-shadow: 0 0 0 100vmax #0006 }
      .box p { margin: 0; padding: 20px 16px } .box div { display: flex; border-top: 1px solid #e3e6eb }
      button { flex: 1; border: 0; background: none; color: #0958d9; font: inherit; padding: 12px }
    </style>${markup}`;
    root.querySelector("p").textContent = text;
    document.documentElement.append(layer);
    return root;
  }
  function hide() {
    layer?.remove();
    layer = null;
  }
  function choice({ title, content, buttons }) {
    return new Promise((done) => {
      const root = show(
        `<section class="box" role="alertdialog"><p></p><div></div></section>`,
        [title, content].filter(Boolean).join("\n"),
      );
      for (const [index, label] of buttons.entries()) {
        const button = document.createElement("button");
        button.textContent = label;
        button.addEventListener("click", () => {
          hide();
          done(index);
        });
        root.querySelector("div").append(button);
      }
    });
  }

  const realNow = Date.now.bind(Date);
  const realFetch = window.fetch.bind(window);
  let offset = settings.now === null ? 0 : settings.now - realNow();
  if (settings.now !== null) {
    const RealDate = Date;
    window.Date = class extends RealDate {
      constructor(...parts) {
        super(...(parts.length === 0 ? [RealDate.now() + offset] : parts));
      }
      static now() {
        return RealDate.now() + offset;
      }
    };
  }
})();
