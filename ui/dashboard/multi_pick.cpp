// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/multi_pick.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kNamed = 2; ///< more are counted
} // namespace

MultiPick::MultiPick(QWidget *parent) : QPushButton(parent), menu_(new QMenu(this))
{
    setRole(this, QStringLiteral("quiet"));
    setMenu(menu_);
    menu_->installEventFilter(this);
}

void MultiPick::setWords(const QString &all, const QString &name)
{
    all_ = all;
    name_ = name;
    rebuild();
}

void MultiPick::setChoices(std::vector<std::pair<std::string, QString>> choices)
{
    choices_ = std::move(choices);
    rebuild();
}

void MultiPick::setChosen(const std::vector<std::string> &keys)
{
    chosen_ = keys;
    rebuild();
}

void MultiPick::rebuild()
{
    menu_->clear();
    auto *everything = menu_->addAction(all_);
    everything->setCheckable(true);
    everything->setChecked(chosen_.empty());
    connect(everything, &QAction::triggered, this, [this] {
        const bool any = !chosen_.empty();
        setChosen({});
        if (any)
            Q_EMIT changed();
    });
    menu_->addSeparator();
    for (const auto &[key, words] : choices_) {
        auto *action = menu_->addAction(words);
        action->setCheckable(true);
        action->setChecked(std::find(chosen_.begin(), chosen_.end(), key) != chosen_.end());
        action->setData(qs(key));
        connect(action, &QAction::toggled, this, [this, own = key](bool on) { choose(own, on); });
    }
    showWords();
}

void MultiPick::choose(const std::string &key, bool on)
{
    const auto at = std::find(chosen_.begin(), chosen_.end(), key);
    if (on == (at != chosen_.end()))
        return;
    if (on)
        chosen_.push_back(key);
    else
        chosen_.erase(at);
    menu_->actions().front()->setChecked(chosen_.empty());
    showWords();
    Q_EMIT changed();
}

void MultiPick::showWords()
{
    QStringList names;
    for (const auto &[key, words] : choices_)
        if (std::find(chosen_.begin(), chosen_.end(), key) != chosen_.end())
            names << words;
    const auto text = chosen_.empty() ? all_ : names.isEmpty() || names.size() > kNamed ? tr("%1: %2", "what is chosen, how many").arg(name_).arg(static_cast<int>(chosen_.size())) : names.join(QStringLiteral(" + "));
    setText(QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")));
    setAccessibleName(tr("%1: %2", "filter, what is chosen").arg(name_, text));
    setToolTip(names.join(QStringLiteral(", ")).toHtmlEscaped());
}

bool MultiPick::eventFilter(QObject *watched, QEvent *event)
{
    // Several are chosen in one go: neither a press nor the space bar on one of them closes the menu.
    if (watched == menu_ && event->type() == QEvent::MouseButtonRelease)
        if (auto *action = menu_->actionAt(static_cast<QMouseEvent *>(event)->pos()); action != nullptr && action->isCheckable() && !action->data().isNull()) {
            action->toggle();
            return true;
        }
    if (watched == menu_ && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space)
        if (auto *action = menu_->activeAction(); action != nullptr && !action->data().isNull()) {
            action->toggle();
            return true;
        }
    return QPushButton::eventFilter(watched, event);
}

} // namespace vigie::ui
