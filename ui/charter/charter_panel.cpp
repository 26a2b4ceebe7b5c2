// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charter/charter_panel.hpp"

#include "ui/charter/charter_pane.hpp"
#include "ui/charter/moderation_model.hpp"
#include "ui/charter/moderation_pane.hpp"
#include "ui/command/registry.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QListWidget>
#include <QMessageBox>
#include <QStackedWidget>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace vigie::ui {

CharterPanel::CharterPanel(Shell &shell, QWidget *parent)
    : Panel(shell, parent), header_(new PaneHeader(this)), articlesTab_(roleButton(QStringLiteral("chip"), this)), logTab_(roleButton(QStringLiteral("chip"), this)),
      figuresTab_(roleButton(QStringLiteral("chip"), this)), stack_(new QStackedWidget(this)), articles_(new CharterPane(shell, this)), log_(new ModerationPane(shell, this))
{
    setProperty("role", "pane");
    setAttribute(Qt::WA_StyledBackground);
    for (auto *chip : {articlesTab_, logTab_, figuresTab_}) {
        chip->setCheckable(true);
        header_->addRight(chip);
    }
    stack_->addWidget(articles_);
    stack_->addWidget(log_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header_);
    layout->addWidget(stack_, 1);
    connect(articlesTab_, &QPushButton::clicked, this, [this] { show(Tab::Articles); });
    connect(logTab_, &QPushButton::clicked, this, [this] { show(Tab::Log); });
    connect(figuresTab_, &QPushButton::clicked, this, [this] { show(Tab::Figures); });
    retranslate();
    show(Tab::Articles);
}

void CharterPanel::registerCommands(CommandRegistry &commands)
{
    const auto articles = [this] { return tab_ == Tab::Articles; };
    const auto line = [this] { return tab_ == Tab::Log && log_->current() != nullptr; };
    // The window's command, wherever one is: it outlives this panel, which is made anew with each workspace.
    if (commands.find(QStringLiteral("charter.show")) == nullptr)
        commands.add({QStringLiteral("charter.show"), [] { return tr("Show the charter and the moderation log"); }, QStringLiteral("report"),
                      {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J)}, nullptr, [&shell = shell(), name = id()] { Q_EMIT shell.openPanel(name); },
                      [&bridge = bridge()] { return bridge.state() == Bridge::State::Open; }});
    commands.add({QStringLiteral("charter.articles"), [] { return tr("Show the articles"); }, QStringLiteral("report"), {QKeySequence(Qt::ALT | Qt::Key_1)}, this,
                  [this] { show(Tab::Articles); }, {}});
    commands.add({QStringLiteral("charter.log"), [] { return tr("Show the moderation log"); }, QStringLiteral("history"), {QKeySequence(Qt::ALT | Qt::Key_2)}, this,
                  [this] { show(Tab::Log); }, {}});
    commands.add({QStringLiteral("charter.figures"), [] { return tr("Show how often each article was applied"); }, QStringLiteral("chart-bar"),
                  {QKeySequence(Qt::ALT | Qt::Key_3)}, this, [this] { show(Tab::Figures); }, {}});
    commands.add({QStringLiteral("charter.save"), [] { return tr("Put the charter in force as it stands"); }, QStringLiteral("save"), {QKeySequence(Qt::CTRL | Qt::Key_S)}, this,
                  [this] { articles_->putInForce(); }, [this, articles] { return articles() && articles_->dirty(); }});
    commands.add({QStringLiteral("charter.add"), [] { return tr("New article"); }, QStringLiteral("add"), {QKeySequence(Qt::CTRL | Qt::Key_N)}, this,
                  [this] { articles_->addArticle(); }, articles});
    commands.add({QStringLiteral("charter.sheet"), [] { return tr("Write the information sheet..."); }, QStringLiteral("pdf"), {}, this, [this] { articles_->chooseSheet(); }, articles});
    commands.add({QStringLiteral("charter.takeBack"), [] { return tr("Take this moderation back"); }, QStringLiteral("undo"), {QKeySequence(Qt::CTRL | Qt::Key_Z)}, this,
                  [this] { log_->takeBack(); }, line});
    commands.add({QStringLiteral("charter.openMention"), [] { return tr("Open the message that was moderated"); }, QStringLiteral("open"), {}, this,
                  [this] { log_->openMention(); }, line});
    commands.add({QStringLiteral("charter.exportLog"), [] { return tr("Export the moderation log..."); }, QStringLiteral("export"), {}, this, [this] { log_->chooseExport(); },
                  [this] { return tab_ != Tab::Articles && log_->model().rowCount() > 0; }});
    commands.add({QStringLiteral("charter.back"), [] { return tr("Back to the inbox"); }, QStringLiteral("chevron-left"), {Qt::Key_Escape}, this,
                  [this] { Q_EMIT shell().openPanel(QStringLiteral("inbox")); }, {}});
}

void CharterPanel::activated()
{
    log_->load();
    show(tab_);
}

bool CharterPanel::ready() const
{
    return articles_->ready() && log_->ready();
}

void CharterPanel::show(Tab tab)
{
    tab_ = tab;
    articlesTab_->setChecked(tab == Tab::Articles);
    logTab_->setChecked(tab == Tab::Log);
    figuresTab_->setChecked(tab == Tab::Figures);
    stack_->setCurrentWidget(tab == Tab::Articles ? static_cast<QWidget *>(articles_) : log_);
    log_->showFigures(tab == Tab::Figures);
    if (!isVisible())
        return;
    QWidget *focused = tab == Tab::Articles ? static_cast<QWidget *>(&articles_->list()) : tab == Tab::Log ? static_cast<QWidget *>(&log_->table()) : &log_->figures();
    focused->setFocus(Qt::OtherFocusReason);
}

bool CharterPanel::mayClose()
{
    if (mayClose_ || !articles_->dirty())
        return true;
    auto *box = new QMessageBox(QMessageBox::Question, QStringLiteral("Vigie"), tr("The charter was changed and is not in force yet."), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto *discard = box->addButton(tr("Discard changes and close"), QMessageBox::DestructiveRole);
    auto *stay = box->addButton(tr("Stay"), QMessageBox::RejectRole);
    box->setDefaultButton(stay);
    connect(box, &QMessageBox::buttonClicked, this, [this, discard](QAbstractButton *pressed) {
        if (pressed != discard)
            return;
        mayClose_ = true;
        window()->close();
    });
    box->open();
    return false;
}

void CharterPanel::retranslate()
{
    header_->setTitle(title());
    for (const auto &[chip, words] : {std::pair(articlesTab_, tr("Articles")), {logTab_, tr("Log")}, {figuresTab_, tr("Figures")}}) {
        chip->setText(words);
        chip->setAccessibleName(words);
    }
}

void CharterPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace vigie::ui
