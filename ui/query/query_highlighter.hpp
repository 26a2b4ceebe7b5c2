// SPDX-License-Identifier: GPL-3.0-or-later
// Colours a query. What is coloured was worked out elsewhere; typing moves it along until the next answer.
// Thread: the window's.
#pragma once

#include "ui/query/query_analysis.hpp"

#include <QSyntaxHighlighter>

#include <vector>

namespace vigie::ui {

class Theme;

class QueryHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT
public:
    QueryHighlighter(const Theme &theme, QTextDocument *document);
    void setStretches(std::vector<QueryStretch> stretches);
    /// At `position` so many letters went and so many came.
    void move(int position, int removed, int added);

private:
    void highlightBlock(const QString &text) override;
    [[nodiscard]] QTextCharFormat formatOf(text::QuerySpan::Kind kind) const;

    const Theme &theme_;
    std::vector<QueryStretch> stretches_; ///< in order
};

} // namespace vigie::ui
