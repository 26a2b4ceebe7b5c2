// SPDX-License-Identifier: GPL-3.0-or-later
// The conversation above, what is being written below: as low as its words allow, so that one reads what one answers, until somebody
// draws the line elsewhere.
// Thread: the window's.
#pragma once

#include <QSplitter>
#include <QStackedWidget>

namespace vigie::ui {

/// As high as the page that is shown wants, not as the highest of all.
class ComposerStack final : public QStackedWidget {
    Q_OBJECT
public:
    explicit ComposerStack(QWidget *parent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
};

class WritingSplit final : public QSplitter {
    Q_OBJECT
public:
    explicit WritingSplit(QWidget *parent);
    /// The composer is the last widget; conversation and composer are added by whoever makes them.
    [[nodiscard]] QByteArray keep() const;      ///< empty: nobody drew the line
    void restore(const QByteArray &kept);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void settle();

    bool drawn_ = false; ///< the line is where a person wants it
};

} // namespace vigie::ui
