// SPDX-License-Identifier: GPL-3.0-or-later
// The keys that work here, made from the registry: a key that was changed is shown as it is in force.
// Thread: the window's.
#pragma once

#include <QFrame>
#include <QList>
#include <QString>

#include <functional>

namespace vigie::ui {

class CommandRegistry;

class KeyFooter final : public QFrame {
    Q_OBJECT
public:
    struct Key {
        QString command;
        std::function<QString()> word; ///< one short word in the person's language
    };
    KeyFooter(const CommandRegistry &commands, QList<Key> keys, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    /// The words that are on the screen at this width.
    [[nodiscard]] QStringList shownWords() const;

private:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    struct Place {
        QRect cap;
        QString key, word;
    };
    [[nodiscard]] QList<Place> places(int width) const;
    void say();
    const CommandRegistry &commands_;
    QList<Key> keys_;
};

} // namespace vigie::ui
