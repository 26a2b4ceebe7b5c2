// SPDX-License-Identifier: GPL-3.0-or-later
// How many reviews gave how many stars: a bar for each half star that was given, its number beside it. The keys go from bar to bar.
// Thread: the window's.
#pragma once

#include <QWidget>

#include <array>
#include <cstdint>
#include <vector>

namespace vigie::ui {

class StarBars final : public QWidget {
    Q_OBJECT
public:
    explicit StarBars(QWidget *parent = nullptr);
    /// By half star, 0 to 5.
    void setDistribution(const std::array<std::int64_t, 11> &distribution);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    /// Of the bar the keys are on: "4 stars: 12 reviews, 40 %".
    [[nodiscard]] QString spoken() const;

private:
    struct Bar {
        int halves = 0;
        std::int64_t count = 0;
    };
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    [[nodiscard]] QString label(const Bar &bar) const;
    [[nodiscard]] int rowHeight() const;
    void speak();

    std::vector<Bar> bars_;             ///< most stars first
    std::int64_t all_ = 0, most_ = 0;
    int current_ = 0;
};

} // namespace vigie::ui
