// In the browser, beside adaptivecards.min.js: what the parser and the validator of Adaptive Cards say about a card, and how it looks.

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  result.outputHtml = '<p>' + escaped.replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>').replaceAll('\n', '<br>') + '</p>';
  result.didProcess = true;
};

// Elements that only Teams knows are looked at through their fallback, as every other client does; one without stays, and is told.
function asOthersSeeIt(node) {
  if (Array.isArray(node)) {
    return node.map(asOthersSeeIt).filter(item => item !== undefined);
  }
  if (node === null || typeof node !== 'object') {
    return node;
  }
  const known = !node.type || node.type === 'AdaptiveCard'
    || AdaptiveCards.GlobalRegistry.elements.findByName(node.type)
    || AdaptiveCards.GlobalRegistry.actions.findByName(node.type)
    || !/^(Chart\.|Action\.|Input\.|ProgressBar$|ProgressRing$|Badge$|Icon$|CodeBlock$|Rating$|Carousel$|CompoundButton$)/.test(node.type);
  if (!known && node.fallback) {
    return node.fallback === 'drop' ? undefined : asOthersSeeIt(node.fallback);
  }
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, name === 'data' ? value : asOthersSeeIt(value)]));
}

function parse({ lang, ...json }, hostConfig) {
  const context = new AdaptiveCards.SerializationContext();
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  // Without its language: every second one is refused, since the parser's pattern keeps its place from one card to the next.
  card.parse(asOthersSeeIt(json), context);
  return { card, context };
}

window.faultsOf = (json, hostConfig) => {
  const { card, context } = parse(json, hostConfig);
  const faults = [];
  for (let i = 0; i < context.eventCount; i++) {
    faults.push(context.getEventAt(i).message);
  }
  for (const event of card.validateProperties().validationEvents) {
    faults.push(`${event.source?.getJsonTypeName() ?? ''} ${event.source?.id ?? ''}: ${event.message}`);
  }
  return faults;
};

// Puts the card on the page; what reaches beyond its right edge is told. A field scrolls what is typed into it.
window.show = (json, hostConfig) => {
  const { card } = parse(json, hostConfig);
  const frame = document.getElementById('card');
  frame.replaceChildren(card.render());
  const edge = frame.getBoundingClientRect().right + 0.5;
  return [...frame.querySelectorAll('*')]
    .filter(element => element.getBoundingClientRect().right > edge || (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && !element.matches('input, select, textarea')))
    .map(element => `<${element.tagName.toLowerCase()}> ${element.textContent.trim().slice(0, 60)}`);
};
