// SPDX-License-Identifier: GPL-3.0-or-later
// The charter and what was moderated by it. Not on the rail: the palette, the settings and Ctrl+Shift+J lead here, Esc goes back.
// Thread: the window's.
#pragma once

#include "ui/app/panel.hpp"

class QPushButton;
class QStackedWidget;

namespace vigie::ui {

class CharterPane;
class ModerationPane;
class PaneHeader;

class CharterPanel final : public Panel {
    Q_OBJECT
public:
    enum class Tab { Articles, Log, Figures };

    explicit CharterPanel(Shell &shell, QWidget *parent = nullptr);
    [[nodiscard]] QString id() const override { return QStringLiteral("charter"); }
    [[nodiscard]] QString title() const override { return tr("Charter and moderation"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("report"); }
    [[nodiscard]] Place place() const override { return Place::Hidden; }
    void registerCommands(CommandRegistry &commands) override;
    void activated() override;
    [[nodiscard]] bool ready() const override;
    [[nodiscard]] bool mayClose() override;

    void show(Tab tab);
    [[nodiscard]] Tab tab() const { return tab_; }
    [[nodiscard]] CharterPane &articles() const { return *articles_; }
    [[nodiscard]] ModerationPane &log() const { return *log_; }

private:
    void retranslate();
    void changeEvent(QEvent *event) override;

    Tab tab_ = Tab::Articles;
    bool mayClose_ = false;
    PaneHeader *header_;
    QPushButton *articlesTab_, *logTab_, *figuresTab_;
    QStackedWidget *stack_;
    CharterPane *articles_;
    ModerationPane *log_;
};

} // namespace vigie::ui
