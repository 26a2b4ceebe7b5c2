// SPDX-License-Identifier: GPL-3.0-or-later
// A mention made ready for painting on the thread that read it: flattened text, marks, intent, audience.
// Thread: makeCard() and followersOf() on any thread; the words (factsOf, accessibleText) on the window's.
#pragma once

#include "ui/widget/card_painter.hpp"

#include <vigie/store/items.hpp>
#include <vigie/text/intent.hpp>

#include <memory>

namespace vigie::ui {

class Bridge;

struct Card {
    store::ItemRow row;
    QString name, handle, body;
    std::vector<card::Mark> marks;
    text::Intent intent;
    double audience = -1; ///< followers, -1 when not known
};
using CardPtr = std::shared_ptr<const Card>;

/// `query`: whose words are marked; may be null.
[[nodiscard]] CardPtr makeCard(store::ItemRow row, const text::Query *query);
[[nodiscard]] double followersOf(const Item &item);
/// "@handle", or where it was said when nobody signed.
[[nodiscard]] QString handleOf(const Item &item);

/// Why it is worth a look, as a short list: relays, audience, question, state of its ticket, tags.
[[nodiscard]] QString factsOf(const Card &card);
/// "1 original, 37 relays, 12 reactions"
[[nodiscard]] QString clusterWords(const store::ItemRow &row);
/// What replaces the text when it must not be shown: deleted, or behind a content warning. Empty: show the text.
[[nodiscard]] QString veilOf(const Item &item);
/// The whole card as one sentence for screen readers.
[[nodiscard]] QString accessibleText(const Card &card, const QString &network, const QString &when);

} // namespace vigie::ui
