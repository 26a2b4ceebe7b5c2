// SPDX-License-Identifier: GPL-3.0-or-later
// Widgets side by side that go on in the next line when there is no room: chips at any text size.
// Thread: the window's.
#pragma once

#include <QLayout>
#include <QList>

namespace vigie::ui {

class FlowLayout final : public QLayout {
public:
    explicit FlowLayout(QWidget *parent = nullptr, int gap = 6);
    ~FlowLayout() override;
    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    void setGeometry(const QRect &rect) override;
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
    [[nodiscard]] QSize minimumSize() const override;
    void clear();

private:
    int arrange(const QRect &rect, bool place) const;
    QList<QLayoutItem *> items_;
    int gap_;
};

} // namespace vigie::ui
