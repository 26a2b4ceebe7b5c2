// SPDX-License-Identifier: GPL-3.0-or-later
// The charter and moderation in the person's language.
// Thread: any.
#pragma once

#include <vigie/desk/charter.hpp>
#include <vigie/model/moderation.hpp>

#include <QString>
#include <QStringList>

#include <string>

namespace vigie::ui {

/// "fr" or "en": the language in which articles are read here.
[[nodiscard]] std::string charterLanguage();
/// "3. Privacy"
[[nodiscard]] QString articleName(const CharterArticle &article);
[[nodiscard]] QString articleName(const Charter &charter, int number);
[[nodiscard]] QString checkKindText(CharterCheckKind kind);
/// Why something is marked, with the article: "Article 7, What we do not promise: ...".
[[nodiscard]] QString markSentence(const Charter &charter, const desk::CharterMark &mark);
/// "Hide", "Remove" ... as a button or a line of a list says it.
[[nodiscard]] QString moderationText(OutboundKind act);
/// "Hidden under article 3", as a toast says it.
[[nodiscard]] QString moderatedText(OutboundKind act, int article);
[[nodiscard]] QString outcomeText(ModerationOutcome outcome);

} // namespace vigie::ui
