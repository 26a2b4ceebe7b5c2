// SPDX-License-Identifier: GPL-3.0-or-later
// Reviews in words: their figures with what they stand on and how they are counted, their groups, the reasons of a second look.
// Thread: the window's.
#pragma once

#include <vigie/insight/reviews.hpp>

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace vigie::ui {

class Bridge;

/// One figure of the page.
struct ReviewTile {
    QString key, name, value, note, formula;
    int direction = 0;                  ///< +1 better, -1 worse, 0 neither or not distinguishable
};

class ReviewWords {
    Q_DECLARE_TR_FUNCTIONS(vigie::ui::ReviewWords)
public:
    [[nodiscard]] static std::vector<ReviewTile> tiles(const insight::ReviewFigures &figures);
    [[nodiscard]] static QString split(insight::ReviewSplit split);
    [[nodiscard]] static QString group(insight::ReviewSplit split, const std::string &key, const Bridge &bridge);
    [[nodiscard]] static QString stars(const std::optional<double> &value);
    [[nodiscard]] static QString trend(const insight::ReviewFigures &figures);
    [[nodiscard]] static QString reason(const insight::ReviewReason &reason);
    /// Why a review is listed that has no signal: gone, or changed after our answer.
    [[nodiscard]] static QString look(const store::ReviewRow &row, const std::string &zone);
    /// "2 stars, Rive Lyon, 12 Nov": never who wrote it.
    [[nodiscard]] static QString head(const store::ReviewRow &row, const std::string &zone);
};

} // namespace vigie::ui
