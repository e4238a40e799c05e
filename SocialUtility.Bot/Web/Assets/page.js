// Opens the conversation. Who one is lies in this tab alone, so that each tab may be somebody else.
const words = JSON.parse(document.getElementById('words').textContent);
const kept = 'social-utility.entry';
const line = '/v3/directline';
const at = id => document.getElementById(id);

const entry = () => JSON.parse(sessionStorage.getItem(kept) ?? 'null');
const keep = value => sessionStorage.setItem(kept, JSON.stringify(value));

for (const button of document.querySelectorAll('[data-persona]')) {
  button.addEventListener('click', () => enter('/web/enter', { persona: button.dataset.persona, lang: words.lang }));
}

// Who came by an invitation: the browser knows them by a cookie that this script cannot read.
at('return')?.addEventListener('click', () => enter('/web/return'));
at('forget')?.addEventListener('click', async () => {
  await post('/web/forget');
  location.replace('/');
});

at('change').addEventListener('click', () => {
  sessionStorage.removeItem(kept);
  location.replace(at('return') ? `/?qui&lang=${words.lang}` : location.href);
});

const blue = '#0B4F82', ink = '#1B2430', soft = '#4A5563', hair = '#D5DBE2', ground = '#F4F6F8';
const styleOptions = {
  primaryFont: getComputedStyle(document.body).fontFamily,
  accent: blue,
  subtle: soft,
  backgroundColor: ground,
  rootHeight: '100%',
  rootWidth: '100%',
  paddingRegular: 12,
  paddingWide: 20,
  bubbleBackground: '#FFFFFF',
  bubbleTextColor: ink,
  bubbleBorderColor: hair,
  bubbleBorderRadius: 10,
  bubbleMaxWidth: 620,
  bubbleAttachmentMaxWidth: 620,
  bubbleFromUserBackground: blue,
  bubbleFromUserTextColor: '#FFFFFF',
  bubbleFromUserBorderColor: blue,
  bubbleFromUserBorderRadius: 10,
  bubbleMessageMaxWidth: 620,
  messageActivityWordBreak: 'break-word',
  markdownRespectCRLF: true,
  disableFileUpload: true,
  hideUploadButton: true,
  sendBoxBackground: ground,
  sendBoxBorderTop: 'none',
  sendBoxHeight: 52,
  sendBoxMaxHeight: 160,
  sendBoxTextWrap: true,
  sendBoxTextColor: ink,
  sendBoxPlaceholderColor: soft,
  sendBoxButtonColor: blue,
  sendBoxButtonShadeColor: 'transparent',
  sendBoxButtonColorOnHover: '#083B61',
  sendBoxButtonShadeColorOnHover: '#E6F0F7',
  suggestedActionLayout: 'flow',
  suggestedActionBackgroundColor: '#FFFFFF',
  suggestedActionTextColor: blue,
  suggestedActionBorderColor: blue,
  suggestedActionBorderRadius: 18,
  suggestedActionBorderWidth: 1,
  suggestedActionBackgroundColorOnHover: '#E6F0F7',
  suggestedActionsFlowMaxHeight: undefined,
  timestampColor: soft,
  scrollToEndButtonBehavior: 'unread',
};

const arrives = new URLSearchParams(location.search);
if (arrives.has('entree') && at('return')) {
  // Just joined: whoever this tab was before, they are this person now.
  sessionStorage.removeItem(kept);
  await enter('/web/return');
} else if (entry()) {
  await open();
} else if (at('return') && !arrives.has('qui') && !document.querySelector('[data-persona]')) {
  await enter('/web/return');
}

async function enter(address, body) {
  const answer = await post(address, body);
  if (!answer?.ok) return say(words.noEntry);
  keep(await answer.json());
  await open();
}

async function open() {
  const renewed = await post(`${line}/tokens/refresh`, undefined, entry().token);
  if (renewed?.status === 403 || renewed?.status === 401) return leave();
  if (!renewed?.ok) return say(words.noEntry);
  const { token } = await renewed.json();
  keep({ ...entry(), token });

  const [adaptiveCardsHostConfig] = await Promise.all([fetch(words.hostConfig).then(answer => answer.json()), load(words.webChat)]);
  show();

  const directLine = window.WebChat.createDirectLine({
    domain: location.origin + line, token, conversationStartProperties: { locale: words.locale },
  });
  const ExpiredToken = 3, FailedToConnect = 4;
  directLine.connectionStatus$.subscribe(status => {
    if (status === ExpiredToken || status === FailedToConnect) leave();
  });
  // The token is renewed while the page is open: a reload goes on with the last one.
  addEventListener('pagehide', () => entry() && keep({ ...entry(), token: directLine.token }));

  window.WebChat.renderWebChat({
    directLine,
    store: saidEarly(),
    userID: entry().person,
    username: entry().name,
    locale: words.locale,
    nonce: words.nonce,
    adaptiveCardsHostConfig,
    styleOptions,
    overrideLocalizedStrings: { TEXT_INPUT_PLACEHOLDER: words.placeholder },
    sendTypingIndicator: false,
  }, at('chat'));
  at('chat').querySelector('[data-id="webchat-sendbox-input"]')?.focus();
}

// Web Chat hears neither Enter nor its button while the line is not open yet: what is said before waits for it, in order.
function saidEarly() {
  const waiting = [];
  let isOpen = false;
  const store = window.WebChat.createStore({}, ({ dispatch }) => next => action => {
    const done = next(action);
    if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') {
      isOpen = true;
      for (const text of waiting.splice(0)) dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text, method: 'keyboard' } });
    }
    return done;
  });

  const hold = event => {
    const box = at('chat').querySelector('[data-id="webchat-sendbox-input"]');
    if (isOpen || !box?.value.trim()) return;
    waiting.push(box.value);
    store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: '' } });
    event.preventDefault();
    event.stopPropagation();
    box.focus();
  };
  const listen = (what, when) => at('chat').addEventListener(what, event => when(event) && hold(event), { capture: true });
  listen('keydown', event => event.key === 'Enter' && !event.shiftKey && !event.isComposing);
  listen('click', event => event.target.closest('.webchat__send-button'));
  return store;
}

function show() {
  if (arrives.has('entree')) history.replaceState(null, '', `/?lang=${words.lang}`);
  at('name').textContent = entry().name;
  for (const id of ['who', 'change', 'chat']) at(id).hidden = false;
  at('door').hidden = true;
}

function leave() {
  sessionStorage.removeItem(kept);
  for (const id of ['who', 'change', 'chat']) at(id).hidden = true;
  at('chat').replaceChildren();
  at('door').hidden = false;
  say(words.over);
}

function say(text) {
  at('note').textContent = text;
  at('note').hidden = false;
}

async function post(address, body, token) {
  const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
  try {
    return await fetch(address, { method: 'POST', headers, body: body && JSON.stringify(body) });
  } catch {
    return undefined;
  }
}

function load(address) {
  return new Promise((done, failed) => {
    const script = Object.assign(document.createElement('script'), { src: address, onload: done, onerror: failed });
    document.head.append(script);
  });
}
