// SPDX-License-Identifier: GPL-3.0-or-later
// What may be typed next, below the cursor. It never takes the focus: the field drives it by keys and says aloud what is chosen.
// Thread: the window's.
#pragma once

#include "ui/query/query_analysis.hpp"

#include <QListWidget>

#include <vector>

namespace vigie::ui {

class CompletionList final : public QListWidget {
    Q_OBJECT
public:
    /// Lies over the window of `field`.
    explicit CompletionList(QWidget *field);
    /// None hides it. `at`: the letter it belongs to, in the field's viewport.
    void offer(std::vector<QueryChoice> choices, QWidget *viewport, const QRect &at);
    [[nodiscard]] const QueryChoice *chosen() const;
    void step(int by);
    /// "Field lang:, 2 of 5"
    [[nodiscard]] QString announcement() const;

Q_SIGNALS:
    void taken();

private:
    [[nodiscard]] static QString kindName(text::QueryCompletion::Kind kind);
    std::vector<QueryChoice> choices_;
};

} // namespace vigie::ui
