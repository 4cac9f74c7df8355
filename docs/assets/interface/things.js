// Made by `npm run bundle` of templates/interface.yml: change that.

export const briefing = {"one": "briefing", "many": "briefings"};
export const text = {"one": "text", "many": "texts"};
export const mainText = {"one": "main text", "many": "main texts"};
export const official = {"one": "official", "many": "officials"};
export const speaker = {"one": "speaker", "many": "speakers"};
export const person = {"one": "person", "many": "people"};
export const chair = {"one": "chair", "many": "chairs"};
export const outlet = {"one": "outlet", "many": "outlets"};
export const turn = {"one": "turn", "many": "turns"};
export const question = {"one": "question", "many": "questions"};
export const answer = {"one": "answer", "many": "answers"};
export const passage = {"one": "passage", "many": "passages"};
export const source = {"one": "source", "many": "sources"};
export const topic = {"one": "topic", "many": "topics"};
export const term = {"one": "term", "many": "terms"};
export const mention = {"one": "mention", "many": "mentions"};
export const figure = {"one": "figure", "many": "figures"};
export const indicator = {"one": "indicator", "many": "indicators"};
export const note = {"one": "note", "many": "notes"};
export const discrepancy = {"one": "discrepancy", "many": "discrepancies"};
export const setPhrase = {"one": "set phrase", "many": "set phrases"};
export const returningSentence = {"one": "sentence that returns", "many": "sentences that return"};
export const announcement = {"one": "announcement", "many": "announcements"};
export const change = {"one": "change", "many": "changes"};
