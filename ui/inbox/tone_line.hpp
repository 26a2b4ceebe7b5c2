// SPDX-License-Identifier: GPL-3.0-or-later
// The tone of somebody over twelve months as a small line; months without a word are left open.
// Thread: the window's.
#pragma once

#include <QWidget>

#include <vector>

namespace vigie::ui {

class ToneLine final : public QWidget {
    Q_OBJECT
public:
    explicit ToneLine(QWidget *parent = nullptr);
    /// Oldest first; NaN where nothing was said. `lastMonth`: 1 to 12, for the words.
    void setValues(const std::vector<float> &values);
    [[nodiscard]] bool hasValues() const;
    [[nodiscard]] QSize sizeHint() const override;

private:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void say();
    std::vector<float> values_;
};

} // namespace vigie::ui
